import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { publicSchema } from '@birlik/schema/public-schema';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { faultsOf, operationsAskedBy, operationsOf, type Unasked } from './asked-operations.js';

const root = resolve(import.meta.dirname, '..', '..', '..');

const everyMember = ['Alumni', 'AsanSchool', 'Center', 'Creative', 'Union', 'University'];
const membersThatWrite = ['Alumni', 'Creative', 'Union'];

const unasked: readonly Unasked[] = [
  {
    reason: 'The office’s system asks them, which hands orders of erasure, heads of the log and messages on.',
    operations: [
      ...everyMember.flatMap((member) => [
        `Query.erasuresAt${member}`,
        `Mutation.eraseAt${member}`,
        `Mutation.keepLogHeadAt${member}`,
      ]),
      ...membersThatWrite.flatMap((member) => [
        `Query.messageNoticesAt${member}`,
        `Mutation.endMessageNoticesAt${member}`,
      ]),
      'Query.erasureDeliveries',
      'Query.logHeadDelivery',
      'Mutation.beginErasures',
      'Mutation.dispatchErasures',
      'Mutation.recordCountersignature',
      'Mutation.recordErasures',
      'Mutation.takeMessageNotices',
    ],
  },
  {
    reason: 'Pages ask for many at once, of whom one is few; systems ask one by one.',
    operations: ['Mutation.requestConsent'],
  },
  {
    reason: 'The gateway asks it for itself.',
    operations: ['Query.legalCapacity'],
  },
  {
    reason: 'Whoever takes a code does so by `acceptInvitation`, which takes one for a record too.',
    operations: ['Mutation.claimRecord'],
  },
  {
    reason: 'The page of conferences shows all terms by `chairTerms`, that of today among them.',
    operations: ['Query.chair'],
  },
  {
    reason: 'Each opportunity names the portal where it was published, by `Opportunity.portal`.',
    operations: ['Query.opportunityPortals'],
  },
  {
    reason: 'It has no page yet.',
    operations: [
      'Mutation.addToCaseCluster',
      'Mutation.removeFromCaseCluster',
      'Mutation.addPushDevice',
      'Query.enrolledVolunteers',
      'Query.hostInstitutions',
      'Query.programmeVolunteers',
      'Query.programmes',
      'Query.servingVolunteers',
    ],
  },
];

it('every operation of the graph is asked by a page of the portal, or people do without it for a reason', async () => {
  const read = (...path: string[]) => readFile(join(root, ...path), 'utf8');
  const schema = publicSchema(await read('schema', 'supergraph.graphql'));
  const { documents } = JSON.parse(await read('gateway', 'portal', 'documents', 'trusted-documents.json')) as {
    documents: Record<string, { body: string }>;
  };
  const bodies = Object.values(documents).map(({ body }) => body);
  expect(bodies.length).toBeGreaterThan(50);
  const asked = operationsAskedBy(schema, bodies);
  expect(faultsOf(unasked, { operations: operationsOf(schema), asked })).toEqual([]);
});

it('finds an operation that nobody asks, one that is listed although it is asked, and one that there is not', () => {
  const schema = buildSchema('type Query { asked: Int hidden: Int below: Query } type Mutation { change: Int }');
  const asked = operationsAskedBy(schema, ['fragment Below on Query { asked } query Page { below { ...Below } }']);
  expect([...asked].toSorted()).toEqual(['Query.asked', 'Query.below']);
  const listed = [{ reason: '', operations: ['Query.below', 'Query.gone'] }];
  expect(faultsOf(listed, { operations: operationsOf(schema), asked })).toEqual([
    expect.stringMatching(/^Query\.hidden is asked by no page/),
    expect.stringMatching(/^Mutation\.change is asked by no page/),
    expect.stringMatching(/^Query\.below is asked by a page by now/),
    expect.stringMatching(/^Query\.gone is no operation/),
  ]);
});
