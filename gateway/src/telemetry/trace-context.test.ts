import { describe, expect, test } from 'vitest';
import { readTraceContext } from './trace-context.js';
import { traceHeaders } from './trace-headers.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

describe('readTraceContext', () => {
  test('reads what traceHeaders writes', () => {
    const headers = { traceparent: `00-${TRACE}-${SPAN}-01`, tracestate: 'vendor=a,other=b' };
    const context = readTraceContext(headers);
    expect(context).toMatchObject({ traceId: TRACE, spanId: SPAN, traceFlags: 1, isRemote: true });
    expect(context === null ? null : traceHeaders(context)).toEqual(headers);
  });

  test('takes versions to come, of whose flags only the known one counts', () => {
    const context = readTraceContext({ traceparent: `01-${TRACE}-${SPAN}-fe` });
    expect(context).toMatchObject({ traceFlags: 0 });
    expect(context === null ? null : traceHeaders(context)).toEqual({ traceparent: `00-${TRACE}-${SPAN}-00` });
  });

  test.each([
    ['nothing', undefined],
    ['the version that is none', `ff-${TRACE}-${SPAN}-01`],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${SPAN}-01`],
    ['a span of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['capital letters', `00-${TRACE.toUpperCase()}-${SPAN}-01`],
  ])('takes %s for no trace', (_what, traceparent) => {
    expect(readTraceContext({ traceparent })).toBeNull();
  });
});
