import { describe, expect, test } from 'vitest';
import { ALLERGEN_CODES } from '../../../shared/domain/model/allergen.ts';
import { OTHER_ALLERGEN, readAllergens } from '../../../shared/domain/model/lexicon.ts';
import { ALLERGEN_WORDS, LOOK_ALIKES } from '../../../shared/domain/model/lexiconWords.ts';
import { FRENCH_ALLERGENS, FRENCH_LOOK_ALIKES } from '../../../shared/domain/model/lexiconWordsFrench.ts';

const NUTS = ['tree_nut', 'peanut'];

describe('[A16] free text is read by whole words', () => {
  test.each([
    ['no tahini', ['sesame']],
    ['NO TAHINI', ['sesame']],
    ['hummus on the side', ['sesame']],
    ['cook in ghee', ['milk']],
    ['dairy-free please', ['milk']],
    ['dairyfree', ['milk']],
    ['lactose', ['milk']],
    ['satay sauce apart', ['peanut']],
    ['no peanuts', ['peanut']],
    ['no groundnuts!', ['peanut']],
    ['no nuts', NUTS],
    ['without any nuts at all', NUTS],
    ['nut-free', NUTS],
    ['nutfree', NUTS],
    ['no/nuts', NUTS],
    ['nuts are fine', NUTS],
    ['almonds, cashews and pecans out', ['almond', 'cashew', 'pecan']],
    ['no brazil nuts', ['brazil_nut']],
    ['pine nuts', ['tree_nut']],
    ['marzipan', ['almond']],
    ['no eggs', ['egg']],
    ['egg-white omelette', ['egg']],
    ['no mayo', ['egg']],
    ['no prawns or mussels', ['crustacean', 'mollusc']],
    ['shellfish', ['crustacean', 'mollusc']],
    ['no anchovies', ['fish']],
    ['no Worcestershire', ['fish']],
    ['gluten free', ['gluten']],
    ['she is a coeliac', ['gluten']],
    ['no wheat flour', ['wheat']],
    ['no soy sauce', ['soy']],
    ['soya milk instead', ['soy']],
    ['almond milk', ['almond']],
    ['oat milk', ['oats']],
    ['peanut butter', ['peanut']],
    ['no celeriac', ['celery']],
    ['Dijon apart', ['mustard']],
    ['no sulphites', ['sulphite']],
    ['lupin', ['lupin']],
  ])('English: %s', (text, allergens) => {
    expect(readAllergens(text)?.allergens).toEqual(allergens);
  });

  test.each([
    ['sin frutos secos', NUTS],
    ['SIN NUECES', ['tree_nut']],
    ['nada de nuez', ['tree_nut']],
    ['sin almendras ni avellanas', ['almond', 'hazelnut']],
    ['sin piñones', ['tree_nut']],
    ['cacahuetes no', ['peanut']],
    ['sin maní', ['peanut']],
    ['sin mani', ['peanut']],
    ['sin cacahuate', ['peanut']],
    ['sin leche', ['milk']],
    ['sin lácteos', ['milk']],
    ['sin lacteos', ['milk']],
    ['la mantequilla aparte', ['milk']],
    ['Sin Lactosa', ['milk']],
    ['sin huevo', ['egg']],
    ['sin mayonesa', ['egg']],
    ['sin marisco', ['crustacean', 'mollusc']],
    ['sin camarón', ['crustacean']],
    ['sin camarones', ['crustacean']],
    ['nada de gambas ni mejillones', ['crustacean', 'mollusc']],
    ['sin pescado', ['fish']],
    ['sin sésamo', ['sesame']],
    ['sin ajonjolí', ['sesame']],
    ['es celíaca', ['gluten']],
    ['es celiaco', ['gluten']],
    ['sin gluten', ['gluten']],
    ['sin harina', ['wheat']],
    ['sin soja', ['soy']],
    ['leche de soja', ['soy']],
    ['leche de almendras', ['almond']],
    ['sin apio', ['celery']],
    ['sin mostaza', ['mustard']],
    ['sulfitos no', ['sulphite']],
    ['altramuces', ['lupin']],
  ])('Spanish: %s', (text, allergens) => {
    expect(readAllergens(text)?.allergens).toEqual(allergens);
  });

  test.each([
    ['sans gluten', ['gluten']],
    ['cœliaque', ['gluten']],
    ['elle est coeliaque', ['gluten']],
    ['allergie aux noix', ['tree_nut']],
    ['ALLERGIE AUX FRUITS À COQUE', NUTS],
    ['pas de fruits à coques', NUTS],
    ['sans fruits secs', NUTS],
    ['noix de cajou, noix de pécan', ['cashew', 'pecan']],
    ['sans noisettes ni amandes', ['hazelnut', 'almond']],
    ['sans pignons', ['tree_nut']],
    ['sans noix du Brésil', ['brazil_nut']],
    ['allergique à l’arachide', ['peanut']],
    ['beurre de cacahuète', ['peanut']],
    ['pas de lait', ['milk']],
    ['sans produits laitiers', ['milk']],
    ['le beurre à part', ['milk']],
    ['une noix de beurre', ['milk']],
    ['beurre noisette', ['milk']],
    ['sans crème fraîche', ['milk']],
    ['lait d’amande', ['almond']],
    ["lait d'avoine", ['oats']],
    ['lait de soja', ['soy']],
    ['sans œuf', ['egg']],
    ['SANS ŒUFS', ['egg']],
    ['oeuf à la coque', ['egg']],
    ['sans crustacés', ['crustacean']],
    ['ni crevettes ni moules', ['crustacean', 'mollusc']],
    ['fruits de mer', ['crustacean', 'mollusc']],
    ['noix de Saint-Jacques', ['mollusc']],
    ['sans huîtres', ['mollusc']],
    ['pas de poisson', ['fish']],
    ['sans blé', ['wheat']],
    ['sans farine', ['wheat']],
    ['orge, seigle, épeautre', ['barley', 'rye', 'spelt']],
    ['sans céleri', ['celery']],
    ['la moutarde à part', ['mustard']],
    ['graines de sésame', ['sesame']],
    ['sans sulfites', ['sulphite']],
    ['lupin', ['lupin']],
  ])('French: %s', (text, allergens) => {
    expect(readAllergens(text)?.allergens).toEqual(allergens);
  });

  test.each([
    'butternut squash, roasted',
    'butternuts',
    'butter nut squash',
    'no coconut',
    'coconut milk apart',
    'nutmeg',
    'Eggplant instead',
    'egg plant',
    'eggplants',
    'doughnut',
    'water chestnuts',
    'buckwheat',
    'cream of tartar',
    'cocoa butter',
    'butter beans',
    'oyster mushrooms',
    'rice flour',
    'no hurry, well done',
    'fork-mashed, no salt',
    'no allergies',
    'NO KNOWN ALLERGIES',
    'not allergic',
    'nuez moscada',
    'leche de coco',
    'crema de coco',
    'setas de ostra',
    'harina de maíz',
    'manteca de cacao',
    'trigo sarraceno',
    'cumpleaños el 5 de mayo',
    'sin alergias',
    'No es alérgica',
    'poco hecho, sin sal',
    'noix de coco',
    'lait de coco',
    'noix de muscade',
    'noix de veau, bien cuite',
    'haricots beurre',
    'galette de blé noir',
    'beurre de cacao',
    'farine de maïs',
    'pommes noisettes',
    'sans allergies',
    'pas d’allergie',
    'il n’est pas allergique',
    'bien cuit, sans sel, au four',
    'celebration, pecorino, fishing, milky way of eating',
    '',
    '¡!',
  ])('a look-alike is none: %s', (text) => {
    expect(readAllergens(text)).toBeNull();
  });

  test('a look-alike beside an allergen hides nothing', () => {
    expect(readAllergens('butternut with butter, coconut milk and milk')?.allergens).toEqual(['milk']);
    expect(readAllergens('no allergies except nuts')?.allergens).toEqual(NUTS);
    expect(readAllergens('sin alergias salvo marisco')?.allergens).toEqual(['crustacean', 'mollusc']);
    expect(readAllergens('eggplant, no egg')?.allergens).toEqual(['egg']);
    expect(readAllergens('noix de coco oui, noix non')?.allergens).toEqual(['tree_nut']);
    expect(readAllergens('pas d’allergie sauf arachide')?.allergens).toEqual(['peanut']);
  });

  test('says allergy and no word of the list: other, and as grave as it says', () => {
    expect(readAllergens('allergic to kiwi')).toEqual({
      allergens: [OTHER_ALLERGEN],
      severity: 'allergy',
      words: 'allergic to kiwi',
    });
    expect(readAllergens('ALÉRGICA A LAS FRESAS')?.allergens).toEqual([OTHER_ALLERGEN]);
    expect(readAllergens('nut allergy, carries an EpiPen')).toMatchObject({
      allergens: NUTS,
      severity: 'anaphylaxis',
    });
    expect(readAllergens('anafilaxia: marisco')?.severity).toBe('anaphylaxis');
    expect(readAllergens('choc anaphylactique : noix')?.severity).toBe('anaphylaxis');
    expect(readAllergens('allergique aux fraises')).toMatchObject({
      allergens: [OTHER_ALLERGEN],
      severity: 'allergy',
    });
    expect(readAllergens('no nuts')?.severity).toBe('unknown');
  });

  test("the guest's own words are the sentences that say so, verbatim", () => {
    expect(readAllergens('Skin crisp. NO NUTS, please! Fast')?.words).toBe('NO NUTS, please!');
    expect(readAllergens('Muy hecho; sin   maní\nmesa coja')?.words).toBe('sin   maní');
  });

  test('its lists are of the contract, plain and each of one meaning', () => {
    const codes = [...ALLERGEN_WORDS, ...FRENCH_ALLERGENS].flatMap(([allergens]) => allergens);
    expect(codes.filter((code) => !ALLERGEN_CODES.has(code))).toEqual([]);
    expect([...ALLERGEN_CODES].filter((code) => !codes.includes(code))).toEqual([]);
    const words = [...ALLERGEN_WORDS, ...FRENCH_ALLERGENS]
      .flatMap(([, list]) => list.split(', '))
      .concat(LOOK_ALIKES.split(', '), FRENCH_LOOK_ALIKES.split(', '));
    expect(words.filter((word) => !/^[a-z0-9]+( [a-z0-9]+)*$/u.test(word))).toEqual([]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test('a note of 2,000 letters is read in a moment', () => {
    const text = 'no nuez moscada, butternut and salt '.repeat(56);
    const before = process.cpuUsage().user;
    for (let round = 0; round < 100; round += 1) readAllergens(text);
    expect((process.cpuUsage().user - before) / 100).toBeLessThan(20_000);
  });
});
