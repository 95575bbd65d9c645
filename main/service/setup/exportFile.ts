import type { HouseConfig } from '../../../shared/config/houseConfig.ts';

/**
 * The configuration as a file that `DATA/config.json` and the import take back. The POS's menus are left out: a POS puts them again by itself,
 * and in another house they would be wrong.
 */
export function exportFile(config: HouseConfig, now: number): { name: string; text: string } {
  const { posMenus: _, ...own } = config;
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: config.venue.timeZone }).format(now);
  return {
    name: `heard-config-${slug(config.venue.name)}-${day}.json`,
    text: `${JSON.stringify(own, null, 2)}\n`,
  };
}

/** Letters, digits and hyphens: every system takes them as a file's name, and no header can be broken with them. */
function slug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, 40) || 'house'
  );
}
