import { randomBytes } from 'node:crypto';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPublicSchema } from '../supergraph/public-schema.js';
import { badges, people, reviews } from '../../testing/demo-subgraphs.js';
import { compose } from '../../testing/compose.js';
import { startFederation, type Federation } from '../../testing/federation.js';
import { askMonolith } from '../../testing/monolith.js';
import { randomOperation, seededRandom } from '../../testing/random-operation.js';
import { Pseudonyms } from './pseudonyms.js';

const OPERATIONS = 150;
const SEED = 20_261_128;
const KEYS = [{ kid: 'k', key: randomBytes(32).toString('base64url') }];
const ids = new Pseudonyms(KEYS).of(null);
const PSEUDONYMS = /k\.[\w-]+/g;
const reveal = (text: string) => text.replaceAll(PSEUDONYMS, (pseudonym) => ids.reveal(pseudonym) ?? 'not understood');

let federation: Federation;
beforeAll(async () => {
  federation = await startFederation([people, reviews, badges], { pairwise: { keys: KEYS } });
});
afterAll(() => federation.close());

test(`${OPERATIONS} random operations answer what one schema answers, with a pseudonym for each id`, async () => {
  const schema = buildPublicSchema(parse(compose(Object.values(federation.subgraphs))));
  const random = seededRandom(SEED);
  let answered = 0;
  let hidden = 0;
  while (answered < OPERATIONS) {
    const { source, variables } = randomOperation(schema, random, {
      arguments: {
        id: ['u1', 'u2', 'p1', 'zz'].map((id) => ids.hide(id)),
        first: [0, 1, 2],
        n: [0, 1, 2],
        unit: ['year'],
      },
      maxDepth: 5,
    });
    if (validate(schema, parse(source)).length > 0) continue;
    const expected = JSON.stringify(
      (
        await askMonolith(
          schema,
          reveal(source),
          JSON.parse(reveal(JSON.stringify(variables))) as Record<string, unknown>,
        )
      ).data,
    );
    // The second answer of an operation is written by generated code.
    const [exact, fast] = [await federation.ask(source, { variables }), await federation.ask(source, { variables })];
    expect(exact.errors, source).toBeUndefined();
    for (const { data } of [exact, fast]) {
      const text = JSON.stringify(data);
      expect(reveal(text), source).toBe(expected);
      expect(text, source).not.toMatch(/"[urpm]\d"/);
      hidden += text.match(PSEUDONYMS)?.length ?? 0;
    }
    answered++;
  }
  expect(hidden).toBeGreaterThan(OPERATIONS);
}, 120_000);
