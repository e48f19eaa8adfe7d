/** Counts the seconds down until another passphrase may be tried. */
export class Wait {
  seconds = $state(0);
  #timer: ReturnType<typeof setInterval> | undefined;

  start(seconds: number): void {
    this.stop();
    this.seconds = seconds;
    if (seconds > 0) this.#timer = setInterval(() => --this.seconds || this.stop(), 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.seconds = 0;
  }
}
