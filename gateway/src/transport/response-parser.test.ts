import { describe, expect, test } from 'vitest';
import { bytes, rawResponse as answer, refusedResponses } from '../../testing/raw-responses.js';
import { MalformedResponse, ResponseParser } from './response-parser.js';

interface Told {
  readonly events: string[];
  readonly parser: ResponseParser;
}

function listen(): Told {
  const events: string[] = [];
  let body = '';
  const parser = new ResponseParser({
    onHead: ({ status, cacheControl, cacheTag }) => events.push(`head ${status} ${cacheControl} ${cacheTag}`),
    onData: (chunk) => (body += chunk.toString('latin1')),
    onEnd: (reuseMs) => {
      events.push(`end "${body}" ${reuseMs}`);
      body = '';
    },
  });
  return { events, parser };
}

/** What is told of an answer, whichever way its bytes arrive, and of the end of the connection. */
function read(whole: Buffer, closes = false): readonly string[] {
  const told = [whole.length, 1, 2, 3, 7, 64].map((size) => {
    const { events, parser } = listen();
    for (let at = 0; at < whole.length; at += size) parser.push(whole.subarray(at, at + size));
    if (closes && !parser.close()) events.push('broken off');
    return events;
  });
  for (const events of told) expect(events).toEqual(told[0]);
  return told[0] ?? [];
}

describe('the end of a body', () => {
  test.each<[string, Buffer, string]>([
    ['its length', answer(['content-length: \t4 '], 'abcd'), 'end "abcd" 4000'],
    ['a length of nothing', answer(['content-length: 0']), 'end "" 4000'],
    [
      'a last chunk',
      answer(['Transfer-Encoding: Chunked'], '3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n'),
      'end "abc0123456789" 4000',
    ],
    [
      'a last chunk before trailers',
      answer(['transfer-encoding: chunked'], '1;n=v\r\nx\r\n0\r\na: b\r\nc: d\r\n\r\n'),
      'end "x" 4000',
    ],
    ['a status without a body', answer([], '', 'HTTP/1.1 204 No Content'), 'end "" 4000'],
    [
      'an unchanged answer, whose length is of another',
      answer(['content-length: 9'], '', 'HTTP/1.1 304 Not Modified'),
      'end "" 4000',
    ],
  ])('is told by %s', (_, whole, end) => {
    expect(read(whole).at(-1)).toBe(end);
  });

  test('is the end of the connection where nothing tells it', () => {
    expect(read(answer([], 'ab\r\n\r\ncd'), true)).toEqual(['head 200 null null', 'end "ab\r\n\r\ncd" 0']);
  });

  test.each<[string, Buffer]>([
    ['in a head', bytes('HTTP/1.1 200 OK\r\ncontent-le')],
    ['in a body', answer(['content-length: 4'], 'abc')],
    ['between chunks', answer(['transfer-encoding: chunked'], '1\r\nx\r\n')],
    ['in trailers', answer(['transfer-encoding: chunked'], '0\r\na: b\r\n')],
    ['before anything', bytes('')],
  ])('does not come when the connection ends %s', (_, whole) => {
    expect(read(whole, true).at(-1)).toBe('broken off');
  });
});

test('answers follow each other, and interim ones are passed over', () => {
  const { events, parser } = listen();
  parser.push(bytes('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 '));
  parser.push(bytes('201 \r\ncontent-length:1\r\n\r\na'));
  parser.push(answer(['content-length: 1'], 'b', 'HTTP/1.1 502'));
  expect(events).toEqual(['head 201 null null', 'end "a" 4000', 'head 502 null null', 'end "b" 4000']);
});

test('what is said about keeping the answer is told, and of several times all', () => {
  const headers = ['Cache-Control: max-age=5', 'CACHE-TAG:\t a ', 'cache-control: public', 'cache-tag: b'];
  expect(read(answer([...headers, 'content-length: 0']))[0]).toBe('head 200 max-age=5, public a, b');
});

test.each<[number, string, readonly string[]]>([
  [4_000, 'HTTP/1.1 200 OK', []],
  [0, 'HTTP/1.1 200 OK', ['connection: Close']],
  [0, 'HTTP/1.1 200 OK', ['connection: te, close']],
  [0, 'HTTP/1.0 200 OK', []],
  [4_000, 'HTTP/1.0 200 OK', ['connection: keep-alive']],
  [71_000, 'HTTP/1.1 200 OK', ['keep-alive: max=100, timeout=72']],
  [0, 'HTTP/1.1 200 OK', ['keep-alive: timeout=1']],
  [0, 'HTTP/1.1 200 OK', ['keep-alive: timeout=0']],
  [600_000, 'HTTP/1.1 200 OK', ['keep-alive: timeout=999999999']],
])('a connection may be used again for %i ms after "%s" with %j', (reuseMs, first, headers) => {
  expect(read(answer([...headers, 'content-length: 0'], '', first)).at(-1)).toBe(`end "" ${reuseMs}`);
});

const CHUNKED = ['transfer-encoding: chunked'];

test.each(refusedResponses)('%s is refused, whichever way it arrives', (_, whole) => {
  for (const size of [whole.length, 1, 100]) {
    const { parser } = listen();
    const push = () => {
      for (let at = 0; at < whole.length; at += size) parser.push(whole.subarray(at, at + size));
    };
    expect(push).toThrow(MalformedResponse);
  }
});

test.each<[string, Buffer]>([
  ['more than was asked', answer(['content-length: 1'], 'ab')],
  ['a second answer', Buffer.concat([answer(['content-length: 0']), answer(['content-length: 0'])])],
  ['more behind the last chunk', answer(CHUNKED, '0\r\n\r\nHTTP')],
])('%s is refused, and the answer before it is not called whole', (_, whole) => {
  const { events, parser } = listen();
  expect(() => parser.push(whole)).toThrow(MalformedResponse);
  expect(events.filter((event) => event.startsWith('end'))).toEqual([]);
});
