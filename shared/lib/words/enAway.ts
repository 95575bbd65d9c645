/** English: what was missed while this screen could not be seen. */
export const away = {
  title: 'WHILE YOU WERE AWAY',
  when: '{{from}} to {{to}}. The board is already right; a line opens its ticket',
  line_one: 'WHILE YOU WERE AWAY: {{count}} thing',
  line_other: 'WHILE YOU WERE AWAY: {{count}} things',
  show: 'SHOW',
  dish: '{{quantity}} {{dish}}',
  kind: {
    allergy: 'ALLERGY ADDED',
    void: 'VOID',
    changed: 'CHANGED',
    recalled: 'RECALLED',
    eightySix: '86',
    rush: 'RUSH',
    fired: 'FIRED',
    new: 'NEW',
    added: 'ADD-ON',
    unfired: 'HELD AGAIN',
    moved: 'GONE ELSEWHERE',
    bumped: 'BUMPED ELSEWHERE',
    ready: 'READY',
    run: 'RUN',
    restored: '86 OVER',
  },
};

/** English: stations that no screen answers for. */
export const down = {
  mark: '{{station}} IS DOWN: its ticket',
  here: '{{station}} is down: its tickets stand here, marked.',
  at: '{{station}} is down: {{at}} shows its tickets.',
  nowhere: '{{station}} is down and no station shows its tickets. Call them out.',
  part: '(down)',
  partAt: '(down, at {{at}})',
  hear: 'HEARD only as {{station}}: TAKE OVER',
};
