/** A deterministic stream of random values: the same key gives the same stream on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** An integer from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** One item of the list. Throws RangeError for an empty list. */
  pick<T>(list: readonly T[]): T;
  /** One value of the pairs, as often as its weight says. Throws RangeError when no weight is positive. */
  weighted<T>(pairs: readonly (readonly [value: T, weight: number])[]): T;
  /** True with probability `probability`. */
  chance(probability: number): boolean;
  /** A shuffled copy of the list. */
  shuffle<T>(list: readonly T[]): T[];
}

/** Opens the stream that belongs to a key. Streams of different keys are independent. */
export function random(...key: (string | number)[]): Random {
  return new Stream(JSON.stringify(key));
}

/** The generator is sfc32, seeded by a 128-bit hash of the key; both use integer arithmetic only. */
class Stream implements Random {
  private a: number;
  private b: number;
  private c: number;
  private counter: number;

  constructor(key: string) {
    let h1 = 1779033703;
    let h2 = 3144134277;
    let h3 = 1013904242;
    let h4 = 2773480762;
    for (let index = 0; index < key.length; index++) {
      const unit = key.charCodeAt(index);
      h1 = h2 ^ Math.imul(h1 ^ unit, 597399067);
      h2 = h3 ^ Math.imul(h2 ^ unit, 2869860233);
      h3 = h4 ^ Math.imul(h3 ^ unit, 951274213);
      h4 = h1 ^ Math.imul(h4 ^ unit, 2716044179);
    }
    this.a = Math.imul(h3 ^ (h1 >>> 18), 597399067);
    this.b = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
    this.c = Math.imul(h1 ^ (h3 >>> 17), 951274213);
    this.counter = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
    // Similar keys start with similar states; sfc32 needs about a dozen steps to drive them apart.
    for (let step = 0; step < 12; step++) this.next();
  }

  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('Cannot pick from an empty list.');
    return list[this.int(0, list.length - 1)] as T;
  }

  weighted<T>(pairs: readonly (readonly [value: T, weight: number])[]): T {
    let total = 0;
    for (const [, weight] of pairs) total += weight;
    if (!(total > 0)) throw new RangeError('Cannot pick from a list without a positive weight.');
    let rest = this.next() * total;
    for (const [value, weight] of pairs) {
      if (rest < weight) return value;
      rest -= weight;
    }
    // Rounding can leave a rest as large as the last weight.
    return (pairs.at(-1) as readonly [T, number])[0];
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  shuffle<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let last = copy.length - 1; last > 0; last--) {
      const other = this.int(0, last);
      const moved = copy[last] as T;
      copy[last] = copy[other] as T;
      copy[other] = moved;
    }
    return copy;
  }
}
