/** Ms since now; none ever, where the clock stands for a picture that is compared. */
export function passing(isStill: boolean): () => number {
  const since = performance.now();
  return isStill ? () => 0 : () => performance.now() - since;
}
