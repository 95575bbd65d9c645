/** One message of each event as a POS sends it, and what it asks in a sentence: for the documents, where readers copy from. */
export interface MessageInfo {
  readonly says: string;
  readonly example: Readonly<Record<string, unknown>>;
}

const at = { source: 'till', id: '2207' };
const table = { source: 'till', table: '12' };

const ticket = {
  ...at,
  revision: 1,
  number: '107',
  channel: 'dine_in',
  table: '12',
  covers: 2,
  server: 'Mara',
  openedAt: '2026-05-01T19:30:00+02:00',
  courses: [
    { number: 1, name: 'Starters', state: 'fired' },
    { number: 2, name: 'Mains', state: 'held' },
  ],
  guests: [
    {
      seat: 2,
      allergies: [{ allergen: 'sesame', severity: 'allergy', crossContact: true, words: 'tahini too' }],
    },
  ],
  items: [
    { id: 'i1', menuItemId: 'soup', name: 'Soup', quantity: 2, seats: [1, 2], course: 1 },
    {
      id: 'i2',
      menuItemId: 'ribeye',
      name: 'Ribeye 300 g',
      quantity: 1,
      seat: 1,
      course: 2,
      modifiers: [
        { name: 'medium rare', kind: 'option' },
        { name: 'butter', kind: 'no', removes: ['milk'] },
      ],
    },
  ],
};

export const MESSAGES: Readonly<Record<string, MessageInfo>> = {
  'ticket.put': {
    says: 'The whole ticket as the POS now sees it. It is compared with the previous put of that ticket, and only the difference is applied.',
    example: ticket,
  },
  'ticket.void': {
    says: 'A put with everything void.',
    example: { ...at, revision: 3, reason: 'guests left' },
  },
  'course.fire': {
    says: 'Make this course now. However often and by whomever, it fires once.',
    example: { ...at, course: 2, key: 'fire-2207-2' },
  },
  'course.hold': { says: 'Hold a course of which nothing is started.', example: { ...at, course: 2 } },
  'item.fire': { says: 'Make these dishes now, apart from their course.', example: { ...at, items: ['i2'] } },
  'item.hold': { says: 'Hold these dishes, none of which is started.', example: { ...at, items: ['i2'] } },
  'item.refire': {
    says: 'Make a dish once more. The key is required: without it a repeated message would cook twice.',
    example: { ...at, item: 'i2', quantity: 1, reason: 'wrong_temp', key: 'refire-2207-i2-1' },
  },
  'allergy.answer': {
    says: 'Answers what allergy.possible asked: it becomes an allergy of that seat, or it is taste.',
    example: { ...at, question: 'p1', answer: 'allergy' },
  },
  'allergy.withdraw': {
    says: 'Takes an allergy off, by name. Nothing else removes one.',
    example: { ...at, allergen: 'sesame', seat: 2, by: 'Ana' },
  },
  'check.put': {
    says: 'About money. It never ends, hides or bumps food, and may come before, during or after cooking.',
    example: {
      source: 'till',
      id: 'c-981',
      tickets: ['2207'],
      state: 'paid',
      covers: 2,
      totalCents: 8450,
      currency: 'EUR',
      at: '2026-05-01T21:12:00+02:00',
    },
  },
  'table.hold': {
    says: 'The guests are away: what is not started waits.',
    example: { ...table, reason: 'smoking' },
  },
  'table.resume': { says: 'They are back.', example: table },
  'table.state': {
    says: 'The table is dirty, clean, blocked or open.',
    example: { ...table, state: 'dirty' },
  },
  'ticket.handoff': {
    says: 'What happens to a finished ticket at the counter.',
    example: { ...at, state: 'courier_here' },
  },
  'party.put': {
    says: 'The whole reservation, walk-in or waitlist entry.',
    example: {
      source: 'bookings',
      id: 'r-55',
      revision: 1,
      state: 'booked',
      name: 'Ana Ruiz',
      covers: 4,
      at: '2026-05-01T20:30:00+02:00',
      phone: '+34 600 000 000',
      notes: 'high chair',
      guestNotes: 'prefers the window',
      allergies: [{ allergen: 'peanut', severity: 'anaphylaxis' }],
    },
  },
  'menu.put': {
    says: 'The whole menu as the POS has it.',
    example: {
      source: 'till',
      revision: 7,
      items: [
        {
          id: 'ribeye',
          name: 'Ribeye 300 g',
          stations: ['grill'],
          prepSeconds: 720,
          allergens: ['milk'],
          category: 'meat',
        },
      ],
      modifiers: [{ id: 'no-butter', name: 'butter', kind: 'no', removes: ['milk'] }],
    },
  },
  'availability.put': {
    says: 'Which of the items named can be sold. An item is available only when POS and kitchen both say so.',
    example: { source: 'till', items: [{ id: 'ribeye', available: true, remaining: 6 }] },
  },
};

/** The feed over Socket.IO; over REST it is `GET /feed` and `POST /feed/ack`. */
export const FEED_EVENTS: Readonly<Record<string, MessageInfo>> = {
  'feed.resume': {
    says: "Starts the feed on this connection: from the token's cursor, or after `after`; 0 is the beginning.",
    example: { after: 418, epoch: '1-k3J9xQ' },
  },
  'feed.ack': {
    says: "Moves the token's one cursor forward, never back. The hub never waits for it.",
    example: { seq: 421 },
  },
};
