/** English: what the hub says and refuses at the door. */
export const doorAlerts = {
  party_question: 'Table {{where}}: ticket {{number}} was rung up and nobody was seated. Whose is it?',
  party_without_table: '{{covers}} covers are said to sit at {{where}}, which is not free. Seat them.',
  party_seated_nowhere:
    '{{covers}} covers are said to sit, but not at which table. Look for them, and seat them where they are.',
  standing_allergy:
    '{{where}}: {{allergen}}, known from an earlier visit and answered by nobody, so it counts. Ask them.',
  guests_lost:
    'Restored without the key to guests: names, contacts and notes are gone, allergies are all there. Have the bookings sent again.',
};

export const doorRejections = {
  table_taken: 'Somebody sits there already',
  table_blocked: 'That table is blocked',
  over_limit: 'Too many covers for this quarter of an hour. Say why to seat them',
  server_cut: 'That server takes no new tables. Say why to seat them',
};
