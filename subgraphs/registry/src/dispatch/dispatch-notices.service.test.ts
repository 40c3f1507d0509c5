import { noticeWriters } from '@birlik/trust/message-notice';
import { expect, test } from 'vitest';
import { dispatchNotices } from './dispatch-notices.service.js';
import type { GraphClient } from './graph-client.service.js';

/** A union that has some messages to tell of, other members that have none, and a registry; each may be down. */
function graphOf(waiting: number, answers: { readonly take?: string | null; readonly end?: number | null } = {}) {
  const { take = 'receipt', end = 1 } = answers;
  const asked: string[] = [];
  let left = waiting;
  const graph: GraphClient = {
    ask: <Data>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> => {
      const [operation = ''] = /\w+(?=[({ ])/.exec(query.replace(/^(query|mutation) /, '')) ?? [];
      if (operation.startsWith('MessageNotices') && !operation.endsWith('Union'))
        return Promise.resolve({ notices: { count: 0, batch: '' } } as Data);
      asked.push(`${operation} ${JSON.stringify(variables)}`);
      const answer = () => {
        if (operation.startsWith('MessageNotices')) return { notices: { count: left, batch: `batch ${left}` } };
        if (operation.startsWith('Take')) return { receipt: take };
        left -= 1;
        return { ended: end };
      };
      return Promise.resolve(answer() as Data);
    },
  };
  return { graph, asked };
}

test('batches are brought, and their receipts back, until nothing is left', async () => {
  const { graph, asked } = graphOf(2);
  expect(await dispatchNotices(graph)).toEqual([]);
  expect(asked).toEqual([
    'MessageNoticesAtUnion {}',
    'TakeMessageNotices {"input":{"member":"union","batch":"batch 2"}}',
    'EndMessageNoticesAtUnion {"receipt":"receipt"}',
    'MessageNoticesAtUnion {}',
    'TakeMessageNotices {"input":{"member":"union","batch":"batch 1"}}',
    'EndMessageNoticesAtUnion {"receipt":"receipt"}',
    'MessageNoticesAtUnion {}',
  ]);
});

test('a batch that the registry did not take is not ended, and stays to be brought again', async () => {
  const { graph, asked } = graphOf(1, { take: null });
  expect(await dispatchNotices(graph)).toEqual([{ member: 'union', open: 'the registry did not take them' }]);
  expect(asked.filter((one) => one.startsWith('End'))).toEqual([]);
});

test('a member that did not take the receipt is told of', async () => {
  const { graph } = graphOf(1, { end: null });
  expect(await dispatchNotices(graph)).toEqual([{ member: 'union', open: 'it did not take the receipt' }]);
});

test('one round ends, whatever a member says that it has', async () => {
  const { graph } = graphOf(Number.POSITIVE_INFINITY);
  expect(await dispatchNotices(graph)).toEqual([{ member: 'union', open: 'more is left than one round brings' }]);
});

test('a gateway that fails is told of', async () => {
  const graph: GraphClient = { ask: () => Promise.reject(new Error('It answered 503.')) };
  const open = noticeWriters.map((member) => ({ member, open: 'It answered 503.' }));
  expect(await dispatchNotices(graph)).toEqual(open);
});
