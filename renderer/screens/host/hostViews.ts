/** The host's ways to look at one evening, by the `view` of the address. */
export const HOST_VIEWS = ['floor', 'list', 'timeline', 'waitlist'] as const;
export type HostView = (typeof HOST_VIEWS)[number];

/** `search` as in the address, with its question mark or empty. */
export function viewOf(search: string): HostView {
  const asked = new URLSearchParams(search).get('view');
  return HOST_VIEWS.find((view) => view === asked) ?? 'floor';
}

/** The same address with another view; everything else in it stays. */
export function searchOf(search: string, view: HostView): string {
  const wanted = new URLSearchParams(search);
  if (view === 'floor') wanted.delete('view');
  else wanted.set('view', view);
  const text = wanted.toString();
  return text === '' ? '' : `?${text}`;
}
