import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';

/** A line of more bytes than these is not kept; so no file can fill the memory with one. */
export const longestLine = 1_048_576;

export interface FileLine {
  readonly text: string;
  /** Why nobody can tell what the line says; null for a good one. */
  readonly fault: string | null;
  /** How a line begins that is too long to be kept. */
  readonly begin?: string;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const bytesAtOnce = 262_144;
/** The encoding is told by the first bytes. */
const bytesOfHead = 4096;

/**
 * The lines of a file in UTF-8 or UTF-16, with or without a byte order mark and with any line ends, some at a time.
 *
 * @throws the error of the file system when the file can't be read
 */
export async function* fileLines(path: string): AsyncGenerator<readonly FileLine[]> {
  let rest: Buffer = Buffer.alloc(0);
  let isTooLong = false;
  let isAfterReturn = false;
  for await (const chunk of inUtf8(createReadStream(path, { highWaterMark: bytesAtOnce }))) {
    const lines: FileLine[] = [];
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let at = rest.length; at < bytes.length; at += 1) {
      const byte = bytes[at];
      const isEnd = byte === lineFeed || byte === carriageReturn;
      if (isEnd && !(byte === lineFeed && isAfterReturn)) {
        // One that is too long was given when that was known: a file may have no end.
        if (!isTooLong) lines.push(lineOf(bytes.subarray(from, at)));
        isTooLong = false;
      }
      if (isEnd) from = at + 1;
      isAfterReturn = byte === carriageReturn;
    }
    rest = bytes.subarray(from);
    if (isTooLong || rest.length > longestLine) {
      if (!isTooLong) lines.push(lineOf(rest));
      isTooLong = true;
      rest = Buffer.alloc(0);
    }
    yield lines;
  }
  if (rest.length > 0) yield [lineOf(rest)];
}

function lineOf(bytes: Buffer): FileLine {
  if (bytes.length > longestLine) {
    // An empty text would be no line.
    return { text: '…', fault: `has more than ${longestLine} bytes`, begin: bytes.toString('utf8', 0, longestLine) };
  }
  const text = bytes.toString();
  const replaced = text.indexOf('\uFFFD');
  if (replaced >= 0) return { text, fault: garbled(bytes, Buffer.byteLength(text.slice(0, replaced))) };
  return { text, fault: text.includes('\0') ? `has a NUL byte at byte ${bytes.indexOf(0) + 1}` : null };
}

/** Letters that were replaced would be compared as if somebody had written them. */
function garbled(bytes: Buffer, at: number): string {
  if (bytes.subarray(at, at + 3).equals(Buffer.from('\uFFFD')))
    return `has "\uFFFD" at byte ${at + 1}, where a former conversion lost a letter`;
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return `has bytes that are no UTF-8, the first 0x${byte} at byte ${at + 1}`;
}

async function* inUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  let decoder: TextDecoder | null = null;
  const begun = (bytes: Buffer): Buffer => {
    const encoding = utf16Of(bytes);
    if (encoding !== null) decoder = new TextDecoder(encoding);
    return encoding === null && bytes.subarray(0, 3).equals(mark) ? bytes.subarray(3) : bytes;
  };
  const recoded = (bytes: Buffer, stream: boolean): Buffer =>
    decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream }));
  for await (const chunk of chunks) {
    if (head === null) {
      yield recoded(chunk, true);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < bytesOfHead) continue;
    yield recoded(begun(head), true);
    head = null;
  }
  yield recoded(head === null ? Buffer.alloc(0) : begun(head), false);
}

const mark = Buffer.from('\uFEFF');

/** Which UTF-16 a file is in, by its mark or, without one, by how the first line ends; null for anything else. */
function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const end = head.findIndex((byte) => byte === lineFeed || byte === carriageReturn);
  if (end < 0) return null;
  if (end % 2 === 0 && head[end + 1] === 0) return 'utf-16le';
  return end % 2 === 1 && head[end - 1] === 0 ? 'utf-16be' : null;
}
