import { parse, validate, visit, type FieldNode } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPublicSchema } from './supergraph/public-schema.js';
import { badges, people, reviews } from '../testing/demo-subgraphs.js';
import { compose } from '../testing/compose.js';
import { startFederation, type Federation } from '../testing/federation.js';
import { askMonolith } from '../testing/monolith.js';
import { randomOperation, seededRandom } from '../testing/random-operation.js';

const OPERATIONS = 400;
const SEED = 20_260_101;

let federation: Federation;
beforeAll(async () => {
  federation = await startFederation([people, reviews, badges]);
});
afterAll(() => federation.close());

test(`${OPERATIONS} random operations answer the same as one schema over the same data`, async () => {
  const schema = buildPublicSchema(parse(compose(Object.values(federation.subgraphs))));
  const random = seededRandom(SEED);
  let answered = 0;
  let fetches = 0;
  let continued = 0;
  while (answered < OPERATIONS) {
    const { source, variables } = randomOperation(schema, random, {
      arguments: { id: ['u1', 'u2', 'u3', 'p1', 'zz'], first: [0, 1, 2, 3], n: [0, 1, 2], unit: ['year'] },
      maxDepth: 5,
    });
    if (validate(schema, parse(source)).length > 0) continue;
    const expected = await askMonolith(schema, source, { ...variables });
    const actual = await federation.ask(source, { variables });
    const context = `${source}\n${JSON.stringify(variables)}`;
    expect(actual.errors, context).toBeUndefined();
    expect(expected.errors, context).toBeUndefined();
    expect(JSON.stringify(actual.data), context).toBe(JSON.stringify(expected.data));
    // The second answer of an operation is written by generated code.
    const again = await federation.ask(source, { variables });
    expect(JSON.stringify(again.data), context).toBe(JSON.stringify(expected.data));
    fetches += actual.fetches.length;
    if (hasNeedsBelowOwnType(source)) continued++;
    answered++;
  }
  // Without this many fetches the operations would be too simple to show anything.
  expect(fetches).toBeGreaterThan(OPERATIONS * 2);
  expect(continued).toBeGreaterThan(OPERATIONS / 50);
}, 120_000);

/** Whether an age, which needs a consent, is asked of a user whom another user's reviews lead to. */
function hasNeedsBelowOwnType(source: string): boolean {
  const isField = (node: unknown, name: string) => (node as Partial<FieldNode>).name?.value === name;
  let found = false;
  visit(parse(source), {
    Field(node, _key, _parent, _path, ancestors) {
      found ||= node.name.value === 'age' && ancestors.flat().some((one) => isField(one, 'author'));
    },
  });
  return found;
}
