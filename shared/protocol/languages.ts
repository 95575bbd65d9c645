import { z } from 'zod';
import { LanguageCode } from '../lib/words/languageFile.ts';

/** Why a file in a folder of languages is not spoken: a code under `setup.languages.refused`, and what its sentence names. */
export const RefusedLanguage = z.object({
  file: z.string(),
  code: z.enum(['not_json', 'wrong_shape', 'wrong_name', 'wrong_places', 'unreadable']),
  values: z.record(z.string(), z.string()),
});
export type RefusedLanguage = z.infer<typeof RefusedLanguage>;

/** `GET /api/languages`: what every screen of the house may be spoken to in. */
export const LanguageList = z.object({
  languages: z.array(
    z.object({
      language: LanguageCode,
      name: z.string(),
      /** The house added or changed it: its words are in its data folder, not in the program. */
      isOwn: z.boolean(),
      /** Pages have it in their bundle. */
      isInBundle: z.boolean(),
      /** Words said in English because the file has none. */
      missing: z.number().int(),
    }),
  ),
  refused: z.array(RefusedLanguage),
});
export type LanguageList = z.infer<typeof LanguageList>;
