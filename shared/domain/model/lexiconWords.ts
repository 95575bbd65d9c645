/**
 * What guests and servers write for the allergens of the contract, in English and Spanish (French: `lexiconWordsFrench.ts`): lower case, without accents, singular unless the
 * plural is irregular. Several words are one entry. Written from EU Annex II and from what kitchens know hides each (FACTS has no list); a
 * word that half the dishes of a menu are named by (bread, salmon) is left out, because its note is about the cooking.
 */
export const ALLERGEN_WORDS: readonly (readonly [allergens: readonly string[], words: string])[] = [
  [['gluten'], 'gluten, celiac, coeliac, celiaco, celiaca, celiaquia, seitan, malt, malta'],
  [
    ['wheat'],
    'wheat, flour, semolina, couscous, bulgur, bulghur, breadcrumb, panko, durum, trigo, harina, semola, cuscus, pan rallado',
  ],
  [['rye'], 'rye, centeno'],
  [['barley'], 'barley, cebada'],
  [['oats'], 'oat, oatmeal, avena'],
  [['spelt'], 'spelt, espelta'],
  [['crustacean', 'mollusc'], 'shellfish, seafood, marisco'],
  [
    ['crustacean'],
    'crustacean, prawn, shrimp, lobster, crab, crayfish, crawfish, langoustine, scampi, krill, crustaceo, gamba, gambon, camaron, langostino, langosta, bogavante, cangrejo, cigala, carabinero, necora, centollo, quisquilla',
  ],
  [
    ['mollusc'],
    'mollusc, mollusk, mussel, clam, oyster, scallop, squid, octopus, calamari, cuttlefish, cockle, snail, escargot, abalone, whelk, molusco, mejillon, almeja, ostra, vieira, calamar, pulpo, sepia, chipiron, berberecho, caracol',
  ],
  [['crustacean', 'fish'], 'surimi'],
  [
    ['egg'],
    'egg, egg white, egg yolk, yolk, mayo, mayonnaise, aioli, meringue, albumen, huevo, yema, mayonesa, alioli, merengue, albumina',
  ],
  [
    ['fish'],
    'fish, anchovy, anchovies, worcestershire, worcester sauce, nam pla, nuoc mam, dashi, bonito, caviar, roe, pescado, pez, peces, anchoa, boqueron, salsa de pescado, leche de tigre',
  ],
  [
    ['peanut'],
    'peanut, penut, groundnut, satay, sate, monkey nut, cacahuete, cacahuate, cacahuet, mani, crema de cacahuete, crema de mani',
  ],
  [['tree_nut', 'peanut'], 'nut, frutos secos, fruto seco'],
  [
    ['tree_nut'],
    'tree nut, praline, nougat, gianduja, pesto, pine nut, chestnut, nuez, nueces, pinon, castana, turron',
  ],
  [['almond'], 'almond, marzipan, frangipane, amaretto, amaretti, almendra, mazapan'],
  [['hazelnut'], 'hazelnut, filbert, nutella, avellana'],
  [['walnut'], 'walnut, nuez de castilla, nuez de nogal'],
  [['cashew'], 'cashew, anacardo, maranon, nuez de la india, castana de caju'],
  [['pecan'], 'pecan, pacana, nuez pecana'],
  [['brazil_nut'], 'brazil nut, nuez de brasil, nueces de brasil, castana de para'],
  [['pistachio'], 'pistachio, pistacho'],
  [['macadamia'], 'macadamia'],
  [
    ['soy'],
    'soy, soya, soja, tofu, tempeh, edamame, miso, tamari, shoyu, soy milk, soya milk, leche de soja, leche de soya',
  ],
  [
    ['milk'],
    'milk, dairy, lactose, ghee, butter, buttermilk, cream, cheese, yogurt, yoghurt, whey, casein, caseinate, paneer, kefir, custard, leche, lacteo, lactosa, mantequilla, manteca, nata, crema, queso, yogur, suero de leche, caseina, cuajada, requeson',
  ],
  [['celery'], 'celery, celeriac, apio, apionabo'],
  [['mustard'], 'mustard, dijon, mostaza'],
  [
    ['sesame'],
    'sesame, tahini, tahina, tahin, hummus, humus, houmous, halva, gomasio, benne seed, sesamo, ajonjoli',
  ],
  [['sesame', 'tree_nut'], 'dukkah, duqqa'],
  [['sulphite'], 'sulphite, sulfite, sulphur dioxide, sulfur dioxide, sulfito, dioxido de azufre'],
  [['lupin'], 'lupin, lupine, lupini, altramuz, altramuces, lupino'],
  [['almond'], 'almond milk, almond butter, leche de almendra, leche de almendras'],
  [['cashew'], 'cashew milk, cashew butter'],
  [['tree_nut', 'peanut'], 'nut butter, nut milk'],
  [['oats'], 'oat milk, leche de avena'],
  [['peanut'], 'peanut butter, mantequilla de cacahuete, mantequilla de mani'],
];

/** Read like an allergen and none: taken out first. The longest is read, so `coconut milk` is not milk. */
export const LOOK_ALIKES =
  'butternut, butter nut squash, coconut, coconut milk, coconut cream, coconut butter, coconut yogurt, coconut yoghurt, cream of coconut, nutmeg, eggplant, egg plant, doughnut, donut, water chestnut, tiger nut, tiger nut milk, ' +
  'cocoa butter, butter bean, butter lettuce, butterhead, buttercup squash, cream of tartar, cream soda, oyster mushroom, crab apple, rice milk, ' +
  'corn flour, rice flour, potato flour, buckwheat, fish knife, fish knives, ' +
  'nuez moscada, coco, leche de coco, crema de coco, nata de coco, leche de arroz, manteca de cacao, manteca de cerdo, harina de maiz, harina de arroz, ' +
  'trigo sarraceno, seta de ostra, setas de ostra, chufa, castana de agua, de mayo, crema solar, ' +
  'no allergies, no allergy, no known allergies, no known allergy, not allergic, isn t allergic, without allergies, ' +
  'sin alergia, sin alergias, no alergias, ninguna alergia, no es alergico, no es alergica, no tiene alergia, no tiene alergias';

/** Says allergy without saying of what: all of the guest's words are shown then. */
export const ALARM_WORDS =
  'allergy, allergies, allergic, allergen, alergy, alergic, alergia, alergico, alergica, alergeno, epipen, epi pen';

/** And says that it is the gravest. */
export const GRAVE_WORDS =
  'anaphylaxis, anaphylactic, anafilaxia, anafilactico, anafilactica, anaphilaxis, epipen, epi pen, choque anafilactico, throat closes, se le cierra la garganta';
