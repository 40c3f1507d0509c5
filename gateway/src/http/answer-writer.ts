import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { CompressionConfig } from './edge-config.js';
import { chooseCoding, type ContentCoding } from './content-coding.js';
import { reply } from './reply.js';

/** One answer of an operation. */
export interface WrittenAnswer {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly type: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Writes an answer with status 200. Returns a promise only when the answer is compressed before; it never rejects. */
export type WriteAnswer = (answer: WrittenAnswer) => Promise<void> | undefined;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Both levels take about a millisecond for 100 kB of JSON, and higher ones hardly save more. */
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 5;

/** Makes what writes answers. */
export function createAnswerWriter(compression: CompressionConfig): WriteAnswer {
  const minBytes = compression?.minBytes ?? Infinity;
  return ({ request, response, type, text, headers }) => {
    if (text.length < minBytes) {
      reply(response, 200, type, text, headers);
      return undefined;
    }
    response.appendHeader('vary', 'accept-encoding');
    const coding = chooseCoding(request.headers['accept-encoding']);
    if (coding === null) {
      reply(response, 200, type, text, headers);
      return undefined;
    }
    return compress(text, coding).then(
      (body) => reply(response, 200, type, body, { ...headers, 'content-encoding': coding }),
      () => reply(response, 200, type, text, headers),
    );
  };
}

/** Compresses off the event loop. */
function compress(text: string, coding: ContentCoding): Promise<Buffer> {
  const bytes = Buffer.from(text);
  if (coding === 'gzip') return compressGzip(bytes, { level: GZIP_LEVEL });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants;
  return compressBrotli(bytes, {
    params: {
      [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    },
  });
}
