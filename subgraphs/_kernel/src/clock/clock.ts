/**
 * The clock of the domain, by which things fall due, hours are quiet and people come of age. An operator may move it forward, for a
 * demonstration or a test, by what `domain_clock` of the database says. Tokens, grants and signatures have the real time.
 */
export class DomainClock {
  #shiftMs = 0;

  /** Takes over how far the clock was moved, in milliseconds. */
  moveTo(shiftMs: number): void {
    this.#shiftMs = shiftMs;
  }

  now(): Date {
    return new Date(Date.now() + this.#shiftMs);
  }

  /** With which `app_now()` of the database says the same; nothing where the clock was not moved. */
  get variables(): Readonly<Record<string, string>> {
    return this.#shiftMs === 0 ? {} : { 'app.clock_shift': `${this.#shiftMs} milliseconds` };
  }
}

const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 } as const;

/**
 * How far `+3d`, `+12h` or `+1d12h30m` moves a clock, in milliseconds.
 *
 * @returns null for any other text
 */
export function readClockMove(text: string): number | null {
  if (!/^\+(\d{1,5}[dhms])+$/.test(text)) return null;
  const parts = text.matchAll(/(\d+)([dhms])/g);
  return [...parts].reduce((sum, [, count, unit]) => sum + Number(count) * unitMs[unit as keyof typeof unitMs], 0);
}
