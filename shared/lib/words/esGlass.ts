/** Spanish: the colours of one screen, and how large its glass is. */
export const theme = {
  heading: 'COLORES',
  dark: 'Oscuro',
  light: 'Claro',
  contrast: 'Alto contraste',
};

export const glass = {
  notTold: 'TAMAÑO DE ESTA PANTALLA: nadie lo ha dicho',
  told: 'TAMAÑO DE ESTA PANTALLA: {{inch}} pulgadas, se lee a {{metres}} m',
  open: 'TAMAÑO Y DISTANCIA',
  title: 'TAMAÑO Y DISTANCIA',
  why: 'Letras y botones se miden en milímetros. Lo que no cabe pasa a otra página',
  inchHeading: 'Diagonal en pulgadas',
  inch: '{{inch}} pulgadas',
  asItSays: 'La que diga el aparato',
  cardHeading: '¿{{inch}} PULGADAS? Pon una tarjeta de banco sobre el contorno',
  card: 'Una tarjeta de banco es así de grande',
  cardLess: 'CONTORNO MENOR',
  cardMore: 'CONTORNO MAYOR',
  distanceHeading: 'Se lee a',
  distance: '{{metres}} m',
  columns_one: 'MUESTRA: {{count}} columna de comandas',
  columns_other: 'MUESTRA: {{count}} columnas de comandas',
  sampleDish: 'Rodaballo a la plancha',
  sampleModifier: 'perejil',
  forget: 'OLVIDARLO',
  use: 'USAR ESTO',
};
