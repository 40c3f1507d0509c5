import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPublicSchema } from '../supergraph/public-schema.js';
import { compose } from '../../testing/compose.js';
import { startFederation, type Federation } from '../../testing/federation.js';
import { asComposedBefore, CANARY, guardedSubgraphs } from '../../testing/guarded-subgraphs.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';
import { randomOperation, seededRandom } from '../../testing/random-operation.js';

const OPERATIONS = 250;
const SEED = 20_260_201;
/** What tells that an object of a guarded type exists. */
const TRACES = [CANARY, '"Clinic"', '"Vault"', '"c1"', '"v1"', '"HIGH"'];

/** Lists from which objects may be left out without an error, when only other types are asked. */
const LISTS = /\b(?:things|noThings|maybeThings|places|rated|media)\b/;

let provider: IdentityProvider;
const federations: Federation[] = [];
beforeAll(async () => {
  provider = await startIdentityProvider();
  const issuers = [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }];
  federations.push(await startFederation(guardedSubgraphs, { issuers }));
  federations.push(await startFederation(guardedSubgraphs, { issuers }, { change: asComposedBefore }));
});
afterAll(async () => {
  await Promise.all(federations.map((federation) => federation.close()));
  await provider.close();
});

test(`${OPERATIONS} random operations show nothing guarded to the anonymous and everything to those with the right`, async () => {
  const authorization = `Bearer ${await provider.token({ sub: 'a', scope: 'secret' })}`;
  const schema = buildPublicSchema(parse(compose(Object.values(federations[0]?.subgraphs ?? {}))));
  const random = seededRandom(SEED);
  let asked = 0;
  let redacted = 0;
  let shown = 0;
  while (asked < OPERATIONS) {
    const federation = federations[asked % federations.length];
    if (federation === undefined) throw new Error('There is no federation.');
    const { source, variables } = randomOperation(schema, random, {
      arguments: { id: ['c1', 's1', 'zz'], other: [1], filter: [null] },
      maxDepth: 5,
    });
    if (validate(schema, parse(source)).length > 0) continue;
    asked++;
    const context = `${source}\n${JSON.stringify(variables)}`;
    const open = await federation.ask(source, { variables, headers: { authorization } });
    expect(open.errors, context).toBeUndefined();
    const anonymous = await federation.ask(source, { variables });
    const codes = new Set(anonymous.errors?.map(({ extensions }) => extensions['code']));
    expect(
      [...codes].filter((code) => code !== 'UNAUTHORIZED_FIELD_OR_TYPE'),
      context,
    ).toEqual([]);
    for (const trace of TRACES) expect(anonymous.text, context).not.toContain(trace);
    if (codes.size > 0) redacted++;
    else if (!LISTS.test(source)) expect(anonymous.data, context).toEqual(open.data);
    if (TRACES.some((trace) => open.text.includes(trace))) shown++;
  }
  // Without this many the operations would show nothing.
  expect(redacted).toBeGreaterThan(OPERATIONS / 4);
  expect(shown).toBeGreaterThan(OPERATIONS / 4);
}, 120_000);
