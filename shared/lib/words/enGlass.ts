/** English: the colours of one screen, and how large its glass is. */
export const theme = {
  heading: 'COLOURS',
  dark: 'Dark',
  light: 'Light',
  contrast: 'High contrast',
};

export const glass = {
  notTold: 'SIZE OF THIS SCREEN: nobody has said',
  told: 'SIZE OF THIS SCREEN: {{inch}} inch, read from {{metres}} m',
  open: 'SIZE AND DISTANCE',
  title: 'SIZE AND DISTANCE',
  why: 'Letters and buttons are measured in millimetres. What does not fit is another page',
  inchHeading: 'Diagonal in inches',
  inch: '{{inch}} inch',
  asItSays: 'As the device says',
  cardHeading: '{{inch}} INCH? Lay a bank card on the outline',
  card: 'A bank card is as large as this',
  cardLess: 'OUTLINE SMALLER',
  cardMore: 'OUTLINE LARGER',
  distanceHeading: 'Read from',
  distance: '{{metres}} m',
  columns_one: 'SAMPLE: {{count}} column of tiles',
  columns_other: 'SAMPLE: {{count}} columns of tiles',
  sampleDish: 'Grilled turbot',
  sampleModifier: 'parsley',
  forget: 'FORGET IT',
  use: 'USE THIS',
};
