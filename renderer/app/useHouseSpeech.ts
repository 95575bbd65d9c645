import i18next from 'i18next';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import { NO_STATION } from '../../shared/lib/ids.ts';
import type { Speech } from './words.ts';

/** The language, clock and station names of this house. The same object until the configuration changes. */
export function useHouseSpeech(config: HouseConfig): Speech {
  const { i18n } = useTranslation();
  const { language, timeZone } = config.venue;
  useEffect(() => {
    document.documentElement.lang = language;
    if (i18next.language !== language) void i18next.changeLanguage(language);
  }, [language]);
  return useMemo(() => {
    const t = i18n.getFixedT(language);
    const noStation = t('line.noStation');
    const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
    const names = new Map(config.stations.map(({ id, name }) => [id, name.toLocaleUpperCase(language)]));
    return {
      t: (key, values) => t(key, values ?? {}),
      has: (key) => i18n.exists(key, { lng: language, fallbackLng: [] }),
      language,
      time: (at) => clock.format(at),
      stationName: (id) =>
        id === NO_STATION ? noStation : (names.get(id) ?? id.toLocaleUpperCase(language)),
    };
  }, [i18n, language, timeZone, config.stations]);
}
