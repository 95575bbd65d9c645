/** Courses of several tables at once: a banquet by table block. */
export const block = {
  title: 'TOGETHER · {{count}} tables',
  why: 'Choose the tables; FIRE fires the course at each of them that waits',
  party: 'TABLES OF THIS PARTY',
  others: 'OTHER TABLES',
  fire: 'FIRE {{course}} at {{count}} tables',
  hold: 'HOLD {{course}} at {{count}} tables',
  open: 'FIRE WITH OTHER TABLES',
  openChosen: 'THE BLOCK OF {{count}} TABLES',
  openParty: 'ALL {{count}} TABLES OF THE PARTY',
};
