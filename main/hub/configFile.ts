import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HouseConfig } from '../../shared/config/houseConfig.ts';

export type ConfigFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'valid'; readonly config: HouseConfig; readonly digest: string }
  /** `message` names the file and the field. */
  | { readonly kind: 'invalid'; readonly message: string };

/** `DATA/config.json`, which a person may write before or between starts. */
export function readConfigFile(dataDir: string): ConfigFile {
  const path = join(dataDir, 'config.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isAbsent ? { kind: 'absent' } : { kind: 'invalid', message: `${path} cannot be read: ${error}` };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      kind: 'invalid',
      message: `${path} is not JSON: ${error instanceof Error ? error.message : error}`,
    };
  }
  const parsed = HouseConfig.safeParse(value);
  if (parsed.success) {
    return { kind: 'valid', config: parsed.data, digest: createHash('sha256').update(text).digest('hex') };
  }
  const fields = parsed.error.issues
    .slice(0, 5)
    .map(({ path: field, message }) => `${field.length === 0 ? '(top)' : field.join('.')}: ${message}`);
  return { kind: 'invalid', message: `${path}: ${fields.join('; ')}` };
}
