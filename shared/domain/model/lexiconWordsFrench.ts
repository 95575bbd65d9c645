/**
 * The French of `lexiconWords.ts`, by the same rules: lower case, no accents, `oe` for the ligature, an apostrophe is a space, singular unless
 * the plural is irregular. What English or Spanish spell alike stands there alone.
 */
export const FRENCH_ALLERGENS: readonly (readonly [allergens: readonly string[], words: string])[] = [
  [['gluten'], 'coeliaque, coeliaquie, maladie coeliaque'],
  [['wheat'], 'ble, froment, farine, semoule, boulgour, chapelure, panure, ble dur, proteine de ble'],
  [['rye'], 'seigle'],
  [['barley'], 'orge'],
  [['oats'], 'avoine, lait d avoine'],
  [['spelt'], 'epeautre'],
  [['crustacean', 'mollusc'], 'fruit de mer'],
  [
    ['crustacean'],
    'crustace, crevette, homard, langouste, ecrevisse, crabe, tourteau, tourteaux, araignee de mer',
  ],
  [
    ['mollusc'],
    'mollusque, moule, palourde, huitre, coquille saint jacques, noix de saint jacques, saint jacques, petoncle, calmar, encornet, poulpe, seiche, coque, bulot, bigorneau, bigorneaux, ormeau, ormeaux',
  ],
  [['egg'], 'oeuf, oeuf a la coque, blanc d oeuf, jaune d oeuf'],
  [['fish'], 'poisson, anchois, sauce poisson, bonite, oeuf de poisson'],
  [
    ['peanut'],
    'arachide, cacahouete, pistache de terre, beurre de cacahuete, beurre de cacahouete, beurre d arachide',
  ],
  [['tree_nut', 'peanut'], 'fruit a coque, fruit sec'],
  [['tree_nut'], 'noix, pralin, pignon, chataigne, noix du queensland'],
  [['almond'], 'amande, pate d amande, massepain, lait d amande, puree d amande'],
  [['hazelnut'], 'noisette'],
  [['walnut'], 'noix de grenoble, cerneau de noix, cerneaux de noix'],
  [['cashew'], 'noix de cajou, cajou, anacarde'],
  [['pecan'], 'noix de pecan, pacane, noix de pacane'],
  [['brazil_nut'], 'noix du bresil, noix de bresil'],
  [['pistachio'], 'pistache'],
  [['macadamia'], 'noix de macadamia'],
  [['soy'], 'lait de soja, sauce soja'],
  [
    ['milk'],
    'lait, laitier, laitiere, laitage, beurre, noix de beurre, beurre noisette, fromage, creme, creme fraiche, yaourt, yoghourt, petit lait, lactoserum, caseine, babeurre, faisselle',
  ],
  [['celery'], 'celeri, celeri rave'],
  [['mustard'], 'moutarde'],
  [['sesame'], 'graine de sesame'],
  [['sulphite'], 'anhydride sulfureux, dioxyde de soufre'],
];

/** A walnut is the measure of butter, the cut of veal and the nutmeg's surname. */
export const FRENCH_LOOK_ALIKES =
  'noix de coco, lait de coco, creme de coco, beurre de coco, noix de muscade, noix muscade, noix de veau, noix de boeuf, noix de jambon, ' +
  'noix d entrecote, beurre de cacao, haricot beurre, lait de riz, farine de riz, farine de mais, farine de sarrasin, ble noir, sarrasin, ' +
  'creme de cassis, creme de menthe, creme de marron, creme de tartre, chataigne d eau, pomme noisette, ' +
  'couteau a poisson, pas d allergie, aucune allergie, sans allergie, pas allergique, n a pas d allergie, n est pas allergique';

export const FRENCH_ALARMS = 'allergie, allergique, allergene';

export const FRENCH_GRAVE =
  'anaphylaxie, anaphylactique, choc anaphylactique, choc allergique, stylo d adrenaline';
