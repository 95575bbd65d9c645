import type { Answers } from './scenes.ts';

const OK = 200;

/** The page's own service, as far as a scene has it: what is not in `answers` is not there. */
export function answerWith(answers: Answers): void {
  window.fetch = (asked, init) => {
    const { pathname } = new URL(asked instanceof Request ? asked.url : asked, window.location.href);
    const answer = answers[pathname];
    if (answer === 'never') return new Promise(() => undefined);
    if (answer === undefined) return Promise.reject(new TypeError(`nobody answers at ${pathname}`));
    if ('answer' in answer) {
      const sent: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
      return Promise.resolve(new Response(JSON.stringify(answer.answer(sent)), { status: OK }));
    }
    const { status = OK, body } = answer;
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  };
}
