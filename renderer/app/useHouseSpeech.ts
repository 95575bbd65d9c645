import i18next from 'i18next';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import { NO_STATION } from '../../shared/lib/ids.ts';
import { languageOf } from './ownSettings.ts';
import { rememberKeys, rememberWords } from './rememberWords.ts';
import { useOwn } from './useOwn.ts';
import type { Speech } from './words.ts';

/** The words of this screen's language, the house's clock and station names. The same object until the configuration changes. */
export function useHouseSpeech(config: HouseConfig): Speech {
  const { i18n } = useTranslation();
  const { timeZone } = config.venue;
  const own = useOwn();
  const language = languageOf(window.location.search, own.language, config.venue.language);
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
      t: rememberWords((key, values) => t(key, values ?? {})),
      has: rememberKeys((key) => i18n.exists(key, { lng: language, fallbackLng: [] })),
      language,
      time: (at) => clock.format(at),
      stationName: (id) =>
        id === NO_STATION ? noStation : (names.get(id) ?? id.toLocaleUpperCase(language)),
    };
  }, [i18n, language, timeZone, config.stations]);
}
