import { GatheredBytes } from '../collections/gathered-bytes.js';

/** One event of a stream, and how many bytes it took. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
  readonly bytes: number;
}

/** An event is larger than allowed, or comes in too many pieces. */
export class EventTooLarge extends Error {
  constructor(maxBytes: number) {
    super(`An event is larger than ${maxBytes} bytes, or comes in too many pieces.`);
    this.name = 'EventTooLarge';
  }
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Reads server-sent events from chunks that may be cut anywhere, even within a character. */
export class EventStreamParser {
  readonly #maxBytes: number;
  readonly #onEvent: (event: StreamEvent) => void;
  /** The begun line. */
  readonly #line: GatheredBytes;
  #isFirstLine = true;
  /** The last chunk ended with a carriage return, which a line feed may follow. */
  #afterReturn = false;
  #type = '';
  #data: string[] = [];
  #bytes = 0;

  constructor(maxBytes: number, onEvent: (event: StreamEvent) => void) {
    this.#maxBytes = maxBytes;
    this.#line = new GatheredBytes(maxBytes);
    this.#onEvent = onEvent;
  }

  /** Takes a chunk; throws {@link EventTooLarge}. */
  push(chunk: Buffer): void {
    let start = this.#afterReturn && chunk[0] === LINE_FEED ? 1 : 0;
    if (chunk.length > 0) this.#afterReturn = false;
    for (let index = start; index < chunk.length; index++) {
      const byte = chunk[index];
      if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) continue;
      this.#keep(chunk.subarray(start, index));
      this.#endLine();
      if (byte === CARRIAGE_RETURN) {
        if (index + 1 === chunk.length) this.#afterReturn = true;
        else if (chunk[index + 1] === LINE_FEED) index++;
      }
      start = index + 1;
    }
    this.#keep(chunk.subarray(start));
  }

  #keep(piece: Buffer): void {
    if (piece.length === 0) return;
    this.#bytes += piece.length;
    if (this.#bytes > this.#maxBytes || this.#line.add(piece) !== null) throw new EventTooLarge(this.#maxBytes);
  }

  #endLine(): void {
    let line = this.#line.take().toString('utf8');
    if (this.#isFirstLine) line = line.replace(/^\uFEFF/, '');
    this.#isFirstLine = false;
    if (line === '') this.#endEvent();
    else this.#readField(line);
  }

  #readField(line: string): void {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (name === 'event') this.#type = value;
    else if (name === 'data') this.#data.push(value);
    // Comments may go on for hours between two events.
    else if (name === '') this.#bytes -= Buffer.byteLength(line);
  }

  #endEvent(): void {
    const event = { type: this.#type, data: this.#data.join('\n'), bytes: this.#bytes };
    const isEvent = this.#type !== '' || this.#data.length > 0;
    this.#type = '';
    this.#data = [];
    this.#bytes = 0;
    if (isEvent) this.#onEvent(event);
  }
}
