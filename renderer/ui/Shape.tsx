/** Shapes are drawn, not typed: the face has no such letters, and what another font puts there differs from screen to screen. */
export type ShapeName =
  | 'new'
  | 'ok'
  | 'soon'
  | 'late'
  | 'alert'
  | 'ready'
  | 'allergy'
  | 'stop'
  | 'note'
  | 'rush'
  | 'tear'
  | 'away'
  | 'paper'
  | 'added'
  | 'changed'
  | 'void'
  | 'refire'
  | 'vip';

const PATHS: Record<ShapeName, string> = {
  /** A ring: nobody has taken it yet. */
  new: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M8 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6',
  /** Small: a disc as large as the diamond would be it from afar. */
  ok: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10',
  soon: 'M8 .5L15.5 8L8 15.5L.5 8z',
  /** An hourglass, run out; an allergy alone is a triangle. */
  late: 'M1.500 1h13v2.500L9.600 8l4.900 4.500V15h-13v-2.500L6.400 8L1.500 3.500z',
  /** Somebody must look; of what has no shape of its own. */
  alert: 'M5.500 .5h5l-.900 9.500H6.400zM8 11.300a2.100 2.100 0 1 0 0 4.200a2.100 2.100 0 1 0 0-4.200',
  ready: 'M6 14L.6 8.6l2.3-2.3L6 9.4l7.1-7.1l2.3 2.3z',
  allergy: 'M8 .6L15.8 15H.2zM7 5.6l.3 4.8h1.4l.3-4.8zM8 11.4a1 1 0 1 0 0 2a1 1 0 1 0 0-2',
  stop: 'M5 .5h6L15.500 5v6L11 15.500H5L.5 11V5z',
  note: 'M2 3h12v2H2zM2 7h12v2H2zM2 11h8v2H2z',
  rush: 'M1 2l6 6l-6 6zM8 2l6 6l-6 6z',
  tear: 'M8 13L2 6h12z',
  /** Two bars: paused. */
  away: 'M3 2h4v12H3zM9 2h4v12H9z',
  /** A slip with its lines, torn off below. */
  paper: 'M3 .5h10v14l-2.500-1.800L8 14.500l-2.500-1.800L3 14.500zM5 3.500v1.600h6V3.500zM5 7v1.600h6V7z',
  /** As on a chit: plus, tilde and, of what is gone, a cross. */
  added: 'M6.200 1.500h3.600v4.700h4.700v3.600H9.800v4.700H6.200V9.800H1.500V6.200h4.700z',
  changed:
    'M1 9.500C1.600 5.200 4.200 3.600 7 5.200C9.700 6.800 11.300 8 12.300 4.500H15C14.400 8.800 11.800 11.600 9 9.900C6.300 8.300 4.700 7 3.700 9.500z',
  void: 'M3.600 1L8 5.400L12.400 1L15 3.600L10.600 8L15 12.400L12.400 15L8 10.600L3.600 15L1 12.400L5.400 8L1 3.600z',
  /** Round once more. */
  refire: 'M8 1.500a6.500 6.500 0 1 0 6.500 6.500h-3a3.500 3.500 0 1 1-3.500-3.500v2.700l5-4.200l-5-4.200z',
  vip: 'M8 .5l2.300 4.900l5.300.700l-3.900 3.700l1 5.300L8 12.500l-4.700 2.600l1-5.300L.4 6.100l5.300-.700z',
};

/** Always beside a word, so it is silent to readers. */
export function Shape({ name, className }: { name: ShapeName; className?: string | undefined }) {
  return (
    <svg
      className={className}
      viewBox="0 0 16 16"
      width="0.82em"
      height="0.82em"
      fill="currentColor"
      fillRule="evenodd"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
