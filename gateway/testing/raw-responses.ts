/** A text as bytes. */
export const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The bytes of a response as they are given, right or wrong. */
export const rawResponse = (headers: readonly string[], body = '', first = 'HTTP/1.1 200 OK'): Buffer =>
  bytes(`${[first, ...headers].join('\r\n')}\r\n\r\n${body}`);

const CHUNKED = ['transfer-encoding: chunked'];

/** Responses that are none, or that could be read in two ways. */
export const refusedResponses: readonly (readonly [string, Buffer])[] = [
  ['no HTTP', bytes('noise noise\r\n\r\n')],
  ['another version', rawResponse([], '', 'HTTP/2 200 OK')],
  ['a status that is none', rawResponse([], '', 'HTTP/1.1 20 OK')],
  ['a status of six hundred', rawResponse([], '', 'HTTP/1.1 600 OK')],
  ['another protocol', rawResponse(['upgrade: websocket'], '', 'HTTP/1.1 101 Switching Protocols')],
  ['line feeds alone', bytes('HTTP/1.1 200 OK\ncontent-length: 0\n\n\r\n\r\n')],
  ['a header without a colon', rawResponse(['content-length 0'])],
  ['a space before the colon', rawResponse(['content-length : 0'])],
  ['a folded header', rawResponse(['a: b', ' c', 'content-length: 0'])],
  ['a zero byte in a header', rawResponse(['a: \0', 'content-length: 0'])],
  ['a lone return in a header', rawResponse(['a: b\rcontent-length: 0'])],
  ['two lengths', rawResponse(['content-length: 1', 'content-length: 1'], 'a')],
  ['a list of lengths', rawResponse(['content-length: 1, 1'], 'a')],
  ['a negative length', rawResponse(['content-length: -1'])],
  ['a length behind a space that is none of HTTP', rawResponse(['content-length:\u00a01'], 'a')],
  ['a length with a sign', rawResponse(['content-length: +1'], 'a')],
  ['a length in hexadecimal', rawResponse(['content-length: 0x1'], 'a')],
  ['a length and chunks', rawResponse(['content-length: 1', ...CHUNKED], 'a')],
  ['another encoding', rawResponse(['transfer-encoding: gzip, chunked'], '0\r\n\r\n')],
  ['chunks behind a space that is none of HTTP', rawResponse(['transfer-encoding:\u00a0chunked'], '0\r\n\r\n')],
  ['chunks in HTTP/1.0', rawResponse(CHUNKED, '0\r\n\r\n', 'HTTP/1.0 200 OK')],
  ['chunks twice', rawResponse([...CHUNKED, ...CHUNKED], '0\r\n\r\n')],
  ['a chunk without a size', rawResponse(CHUNKED, '\r\n\r\n')],
  ['a chunk whose size is no number', rawResponse(CHUNKED, '1g\r\na\r\n')],
  ['a chunk with a negative size', rawResponse(CHUNKED, '-1\r\na\r\n')],
  ['a chunk longer than it says', rawResponse(CHUNKED, '1\r\nab\r\n')],
  ['an endless line of a chunk', rawResponse(CHUNKED, `1;${'a'.repeat(300)}`)],
  ['a trailer that is none', rawResponse(CHUNKED, '0\r\na\r\n\r\n')],
  ['endless trailers', rawResponse(CHUNKED, `0\r\n${'a: b\r\n'.repeat(3_000)}`)],
  ['an endless head', rawResponse([`a: ${'b'.repeat(17_000)}`])],
];
