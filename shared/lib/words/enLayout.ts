/** English: the build card of a dish. */
export const card = {
  title: 'BUILD CARD',
  none: 'The menu has no card for this dish now.',
  pictureOf: 'How {{dish}} looks',
  broken: 'Its picture cannot be shown.',
  elsewhere:
    'Its picture is on another machine ({{host}}). Screens ask no machine but their hub: send it with the menu.',
};

/** English: how a board lays tickets out. */
export const layout = {
  andLater: '{{course}} and later',
};

/** English: all-day beside the tickets it is counted from. */
export const allDay = {
  allergy_one: '{{count}} for an allergy',
  allergy_other: '{{count}} for allergies',
  tickets: 'tickets: {{count}}',
};
