/** What comes is refused: more than may come, or in so many small pieces that they cost more than their bytes. */
export type GatheringFault = 'too-large' | 'too-many-pieces';

/** So many pieces may be as small as they like; a body has this many when it begins with a few writes. */
const FREE_PIECES = 1_024;
/** What pieces have on average from then on. */
const LEAST_PIECE_BYTES = 256;
const FIRST_BYTES = 4_096;

/**
 * Gathers a body that comes in pieces, in one buffer that grows: what it takes follows from the bytes and not from the number
 * of pieces, each of which would otherwise be an object that holds what it was cut from.
 */
export class GatheredBytes {
  readonly #maxBytes: number;
  /** The only piece as it came, or what was copied. */
  #bytes: Buffer = Buffer.alloc(0);
  #size = 0;
  #pieces = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get size(): number {
    return this.#size;
  }

  /** Takes the next piece; a fault, after which nothing more should come, or null. */
  add(piece: Buffer): GatheringFault | null {
    const size = this.#size + piece.length;
    this.#pieces++;
    if (size > this.#maxBytes) return 'too-large';
    if (this.#pieces > FREE_PIECES && this.#pieces * LEAST_PIECE_BYTES > size + FREE_PIECES * LEAST_PIECE_BYTES) {
      return 'too-many-pieces';
    }
    if (this.#pieces === 1) this.#bytes = piece;
    else {
      if (this.#pieces === 2 || size > this.#bytes.length) this.#grow(size);
      piece.copy(this.#bytes, this.#size);
    }
    this.#size = size;
    return null;
  }

  /** All that came, which is forgotten. */
  take(): Buffer {
    const whole = this.#bytes.length === this.#size ? this.#bytes : this.#bytes.subarray(0, this.#size);
    this.clear();
    return whole;
  }

  clear(): void {
    this.#bytes = Buffer.alloc(0);
    this.#size = 0;
    this.#pieces = 0;
  }

  #grow(size: number): void {
    const grown = Buffer.allocUnsafe(Math.min(this.#maxBytes, Math.max(size * 2, FIRST_BYTES)));
    this.#bytes.copy(grown, 0, 0, this.#size);
    this.#bytes = grown;
  }
}
