/** Diagonals that are sold as tablets, touch tills, monitors and televisions. */
export const USUAL_INCHES = [7, 8, 10.1, 12.9, 15.6, 18.5, 21.5, 24, 27, 32, 43, 55] as const;

/** In the hand, over the line at arm's length, on the wall behind it, above it, and across a room. */
export const USUAL_DISTANCES_M = [0.4, 0.6, 1, 1.5, 2, 3] as const;
