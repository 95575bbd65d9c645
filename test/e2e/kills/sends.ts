/** Tells who waits for it that somebody has just sent something. */
export class Sends {
  private waiting: Array<() => void> = [];
  count = 0;

  next(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  tell(): void {
    this.count += 1;
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
