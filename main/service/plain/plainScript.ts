/**
 * Of plain pages, as their browser runs it: a button, its question, the post; and a look whether the service shows something else here now.
 * A page is only ever left for one that has answered: where nobody does, a browser's own page would stay for the rest of the night.
 */
export const PLAIN_SCRIPT = `'use strict';
const LOOK_MS = 3000;
const RETRY_MS = 400;
let isBusy = false;
let shown = null;

async function textOf(path) {
  try {
    const answer = await fetch(path, { cache: 'no-store' });
    return await answer.text();
  } catch {
    return null;
  }
}

async function look() {
  const now = await textOf(location.href);
  if (now === null) return;
  if (shown !== null && now !== shown && !isBusy) location.reload();
  shown = now;
}

async function untilOther(before) {
  for (;;) {
    const now = await textOf('/');
    if (now !== null && now !== before) break;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  location.href = '/';
}

async function post(form) {
  const said = form.querySelector('[role=status]');
  const fields = form.querySelector('fieldset');
  const say = (code) => {
    said.textContent = said.dataset[code] ?? said.dataset.failed;
  };
  const before = await textOf('/');
  const body = JSON.stringify(Object.fromEntries(new FormData(form)));
  say('working');
  fields.hidden = true;
  try {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(form.dataset.post, { method: 'POST', headers, body });
    if (answer.status === 202) return untilOther(before);
    if (answer.ok) return location.assign('/');
    say((await answer.json()).why ?? 'failed');
  } catch {
    say('failed');
  }
  fields.hidden = false;
}

for (const form of document.querySelectorAll('form[data-post]')) {
  const ask = form.querySelector('[data-ask]');
  const fields = form.querySelector('fieldset');
  const open = (isOpen) => {
    isBusy = isOpen;
    ask.hidden = isOpen;
    fields.hidden = !isOpen;
    if (!isOpen) form.querySelector('[role=status]').textContent = '';
  };
  ask.addEventListener('click', () => open(true));
  form.querySelector('[data-no]').addEventListener('click', () => open(false));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void post(form);
  });
}

if ('watched' in document.body.dataset) {
  void look();
  setInterval(() => void look(), LOOK_MS);
}
`;
