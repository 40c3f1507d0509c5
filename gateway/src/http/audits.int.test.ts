import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { badges, people, reviews } from '../../testing/demo-subgraphs.js';
import { startFederation, type Federation } from '../../testing/federation.js';

let federation: Federation;
beforeAll(async () => {
  federation = await startFederation([people, reviews, badges]);
});
afterAll(() => federation.close());

const audits = serverAudits({ url: () => federation.url, fetchFn: fetch });

test('there are as many audits as the specification had when they were counted', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
  'audit %s of GraphQL over HTTP holds: %s',
  async (_id, _name, audit) => {
    const result = await audit.fn();
    expect(result.status, 'reason' in result ? result.reason : '').toBe('ok');
  },
);
