import i18next from 'i18next';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import { NO_STATION } from '../../shared/lib/ids.ts';
import { book } from './languages.ts';
import { languagesWanted } from './ownSettings.ts';
import { rememberKeys, rememberWords } from './rememberWords.ts';
import { useSpoken } from './useLanguages.ts';
import { useOwn } from './useOwn.ts';
import type { Speech } from './words.ts';

/** The words of this screen's language, the house's clock and station names. The same object until the configuration changes. */
export function useHouseSpeech(config: HouseConfig): Speech {
  const { i18n } = useTranslation();
  const { timeZone } = config.venue;
  const own = useOwn();
  const { code: language, version } = useSpoken(
    languagesWanted(window.location.search, own.language, config.venue.language),
  );
  useEffect(() => {
    document.documentElement.lang = language;
    if (i18next.language !== language) void i18next.changeLanguage(language);
  }, [language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words of the same language are another speech
  return useMemo(() => {
    const { locale } = book.of(language);
    const t = i18n.getFixedT(language);
    const noStation = t('line.noStation');
    const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
    const names = new Map(config.stations.map(({ id, name }) => [id, name.toLocaleUpperCase(language)]));
    return {
      t: rememberWords((key, values) => t(key, values ?? {})),
      has: rememberKeys((key) => i18n.exists(key, { lng: language, fallbackLng: [] })),
      language,
      locale,
      number: numbersIn(locale),
      time: (at) => clock.format(at),
      stationName: (id) =>
        id === NO_STATION ? noStation : (names.get(id) ?? id.toLocaleUpperCase(language)),
    };
  }, [i18n, language, version, timeZone, config.stations]);
}

/** Making a formatter costs 50 times its use. No thousands: a board shows counts and minutes. */
function numbersIn(locale: string): Speech['number'] {
  const known = new Map<number | undefined, Intl.NumberFormat>();
  return (value, digits) => {
    const fixed =
      digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const format = known.get(digits) ?? new Intl.NumberFormat(locale, { useGrouping: false, ...fixed });
    known.set(digits, format);
    return format.format(value);
  };
}
