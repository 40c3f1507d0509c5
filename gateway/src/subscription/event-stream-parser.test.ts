import { describe, expect, test } from 'vitest';
import { EventStreamParser, EventTooLarge, type StreamEvent } from './event-stream-parser.js';

function read(chunks: readonly (string | Buffer)[], maxBytes = 1_000): Omit<StreamEvent, 'bytes'>[] {
  const events: Omit<StreamEvent, 'bytes'>[] = [];
  const parser = new EventStreamParser(maxBytes, ({ type, data }) => events.push({ type, data }));
  for (const chunk of chunks) parser.push(Buffer.from(chunk));
  return events;
}

describe('a stream of events', () => {
  test.each([
    ['line feeds', 'event: next\ndata: a\n\n'],
    ['carriage returns', 'event: next\rdata: a\r\r'],
    ['both', 'event: next\r\ndata: a\r\n\r\n'],
    ['a mark of the byte order', '\uFEFFevent: next\ndata: a\n\n'],
    ['no blank after the colon', 'event:next\ndata:a\n\n'],
    ['comments and unknown fields', ': hello\nid: 7\nevent: next\nretry: 1\ndata: a\n\n'],
  ])('is read with %s', (_what, text) => {
    expect(read([text])).toEqual([{ type: 'next', data: 'a' }]);
  });

  test('is read alike wherever its chunks are cut, even within a character', () => {
    const bytes = Buffer.from('event: next\r\ndata: "ə🙂"\r\n\r\n:\r\n\r\nevent: complete\r\ndata:\r\n\r\n');
    const expected = [
      { type: 'next', data: '"ə🙂"' },
      { type: 'complete', data: '' },
    ];
    expect(read([...bytes].map((byte) => Buffer.of(byte)))).toEqual(expected);
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(read([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(expected);
    }
  });

  test('joins lines of data and forgets an event that is not finished', () => {
    expect(read(['data: a\ndata\ndata:  b\n\ndata: half\n'])).toEqual([{ type: '', data: 'a\n\n b' }]);
  });

  test('has events up to the limit and no larger ones, in one chunk or in many', () => {
    const event = `data:${'x'.repeat(95)}\n\n`;
    expect(read([event, event], 100)).toHaveLength(2);
    expect(() => read([event], 99)).toThrow(EventTooLarge);
    expect(() => read([...event], 99)).toThrow(EventTooLarge);
    expect(() => read(['data: x\n'.repeat(20)], 99)).toThrow(EventTooLarge);
  });

  test('may live on by comments for as long as it likes', () => {
    expect(read([':ping\n'.repeat(100), 'data: a\n\n'], 20)).toEqual([{ type: '', data: 'a' }]);
  });
});
