/** English: what lies beside the board for a while. */
export const sheet = {
  close: 'CLOSE',
  back: 'BACK',
  find: 'Find',
  findAll: 'ALL',
  recall: 'RECALL LIST',
  recallWhy:
    'Bumped in the last {{count}} min. RECALL brings it back everywhere it was, its clock running on',
  recallNone: 'Nothing has left this board within that time.',
  bumpedAt: 'bumped {{time}}',
  ranAt: 'run {{time}}',
  openedAt: 'opened {{time}}',
  ago: '{{count}} min ago',
  review: 'REVIEW',
  reviewOf: 'REVIEW {{title}}',
  dishInOrder: 'Still to cook here, tables in fire order',
  dishHeld: '+{{count}} held. Tables in fire order',
  dishPlain: 'plain',
  dishNone: 'None of it is fired here now.',
  markReady: 'READY?',
  screen: 'THIS SCREEN',
  screenWhy: 'Only this screen changes, not the house',
  station: 'STATION: a press takes it over',
  ownPrinter: 'PRINTER OF THIS DEVICE: {{printer}}',
  ownPrinterSilent: 'The service of this device did not answer.',
  volume: 'SOUND',
  volumes: { 0: 'OFF', 1: 'QUIET', 2: 'NORMAL', 3: 'LOUD' },
  language: 'LANGUAGE',
  languageHouse: 'The house’s: {{language}}',
  languageSample: 'This is how it reads',
};

export const eightySix = {
  button: '86',
  buttonOff: '86 · {{count}}',
  title: '86',
  why: 'Press a dish to take it off, to count it or to bring it back',
  none: 'No dish is known here yet. Dishes come with the menu and with tickets.',
  of: '86 {{dish}}',
  mark: '86: NONE LEFT',
  since: '86 since {{time}}',
  left: '{{count}} left',
  leftOf: '{{dish}}: {{count}} left',
  fallout: '86 {{dish}}: on {{tables}}',
  falloutNone: '86 {{dish}}: on no open ticket',
  falloutWhy:
    'Their lines get an 86 mark if nobody has started them; expo and the POS are told, one alert a table.',
  today: '86 TODAY',
  untilRestored: '86 UNTIL RESTORED',
  restore: 'BRING IT BACK',
  by: {
    kitchen: 'Taken off by the kitchen',
    pos: 'Taken off by the POS, which must bring it back',
    count: 'Counted down to none',
    nobody: 'It is on',
  },
  count: 'HOW MANY ARE LEFT: goes down with every order, 0 is 86',
  notCounted: 'not counted',
  noCount: 'STOP COUNTING',
};

export const later = {
  title: 'LATER {{count}}',
  why: 'Orders that come to the board at their release. Nothing of them is fired',
  none: 'No order waits.',
};

export const table = {
  title: 'TABLE',
  of: 'TABLE {{title}}',
  open: 'Open {{title}}',
  rushWhy: 'RUSH: moves once to the front everywhere, with a sound',
  rushOff: 'NO RUSH ANY MORE',
  awayWhy: 'AWAY: the guests have left the table. What nobody has started waits',
  away: 'AWAY',
  awayFor: { speeches: 'speeches', outside: 'outside', late_guests: 'guests are missing' },
  awayMinutes: 'AWAY {{count}} min',
  awayUntil: 'until {{time}}',
  back: 'THEY ARE BACK',
  oneByOne: 'FIRE or HOLD a seat or a dish by itself; the rest of its course stays as it is',
  fireSeat: 'FIRE {{seat}} · {{count}}',
  holdSeat: 'HOLD {{seat}} · {{count}}',
  fireDish: 'FIRE {{dish}}',
  holdDish: 'HOLD {{dish}}',
  refireWhy: 'REFIRE: made again, with a new clock',
};

/** An allergy called out to a station that has no screen to hear it on. */
export const callBack = {
  why: 'No screen shows it there: call it out, wait for the answer',
  press: '{{station}} · {{allergies}}: CALLED, HEARD BACK',
  said: 'CALLED, HEARD BACK',
};

/** Presses made while the hub was away that it did not carry out. */
export const notDone = {
  one: '{{count}} press NOT DONE',
  many: '{{count}} presses NOT DONE',
  show: 'SHOW',
  title: 'NOT DONE',
  why: 'Pressed here, and the hub did not carry it out. Look at the board and do what is still to do',
  row: '{{what}} {{time}}',
  read: 'ALL READ',
  none: 'Nothing is left undone.',
  press: {
    ticket_bump: 'BUMP',
    item_bump: 'BUMP',
    item_start: 'START',
    item_recall: 'RECALL',
    ticket_hear: 'HEARD',
    allergy_hear: 'ALLERGY HEARD',
    changes_see: 'SEEN',
    alert_see: 'SEEN',
    course_run: 'RUN',
    run_undo: 'UNDO RUN',
    other: 'PRESS',
  },
};
