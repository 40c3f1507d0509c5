import { createDemoData, type Persona } from '@birlik/demo-data';
import type { Answer } from '@birlik/test-client';
import {
  buildClientSchema,
  getIntrospectionQuery,
  isObjectType,
  isRequiredArgument,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { knownRows } from '../testkit/known-rows.js';
import {
  changesWhileSuspended,
  refusalOf,
  sampleOperations,
  saysNothing,
  type SampleOperation,
} from '../testkit/operations.js';
import { members, startTestStack, type TestStack } from '../testkit/stack.js';

const { organization, personas } = createDemoData();
const purpose = 'recruitment';
const otherIssuer = 'https://other.test';
const acting = personas.filter(
  (persona): persona is Persona & { readonly organizationId: string } => persona.organizationId !== null,
);

/** What a suspended organisation goes on to see of itself, and what it changes; who its officers are is their own affair. */
const ownAffairs = new Set(['events', 'issuer', 'officers', 'officersListed', 'systemClients']);
const ownQuestion = 'Query.viewerIdentity';
const ownChanges = new Set(changesWhileSuspended);

let federation: TestStack;
let owners: ReadonlyMap<string, pg.Client>;
let schema: GraphQLSchema;
/** By the names of operations and of what they take, values that lead to something. */
let known: Readonly<Record<string, unknown>>;
/** By the keys of those who act, the questions that say nothing to everybody, or more to them in good standing. */
const questions = new Map<string, readonly SampleOperation[]>();
/** By the keys of those who act, the names of the questions that say more to them in good standing than to everybody. */
const served = new Map<string, ReadonlySet<string>>();

beforeAll(async () => {
  // The gateway asks anew at each request; otherwise it would after half a minute.
  federation = await startTestStack({ AUTHORIZATION_STATUS_FRESH_MS: '1' });
  const { databases } = federation.stack;
  owners = new Map(members.map((name) => [name, new pg.Client(databases[name]?.ownerUrl)]));
  await Promise.all([...owners.values()].map((client) => client.connect()));
  const { data } = await federation.ask<IntrospectionQuery>(getIntrospectionQuery());
  if (!data) throw new Error('The gateway does not show its schema.');
  schema = buildClientSchema(data);
  const other = organization('assoc-italy').id;
  known = {
    purpose,
    issuer: federation.stack.issuer,
    // What happens to an issuer happens to one whose subjects are no personas.
    'Mutation.admitIssuer issuer': otherIssuer,
    'Mutation.changeIssuer issuer': otherIssuer,
    'Mutation.withdrawIssuer issuer': otherIssuer,
    timeZone: 'Asia/Baku',
    // Whoever acts for it is no persona, so that what an admin does to it takes no persona's right.
    'Mutation.accreditOrganization id': other,
    'Mutation.changeRepresentation organizationId': other,
    'Mutation.reinstateOrganization id': other,
    'Mutation.suspendOrganization organizationId': other,
    ...(await knownRows(federation, ownerOf)),
  };
  for (const persona of acting) await askInGoodStanding(persona);
});
afterAll(async () => {
  await Promise.all([...owners.values()].map((client) => client.end()));
  await federation.close();
});

function ownerOf(member: string): pg.Client {
  const client = owners.get(member);
  if (!client) throw new Error(`There is no member "${member}".`);
  return client;
}

/** Every operation of the whole graph, about the persona's own organisation and somebody with a tie to it. */
async function walkFor({ key, organizationId, volunteerId }: Persona): Promise<SampleOperation[]> {
  const { rows } = await ownerOf('registry').query<{ tied: string; linked: string }>(
    `select (select volunteer_id from affiliation order by organization_id is not distinct from $1 desc, 1 limit 1) as tied,
            (select person_id from person_link order by 1 limit 1) as linked`,
    [organizationId],
  );
  const { tied = '', linked = '' } = rows[0] ?? {};
  const about: Readonly<Record<string, unknown>> = {
    ...known,
    ...(organizationId !== null && { organizationId, 'Query.organization id': organizationId }),
    'Query.volunteer id': await federation.idFor(key, volunteerId ?? tied),
    'Query.linkedPerson id': await federation.idFor(key, linked),
  };
  return sampleOperations(schema, (name, operation) => about[`${operation} ${name}`] ?? about[name]);
}

const askAs = ({ document, variables }: SampleOperation, as?: string): Promise<Answer> =>
  federation.ask(document, { variables, purpose, ...(as !== undefined && { as }) });

/** Asks as nobody, once each. */
function asNobody(): (operation: SampleOperation) => Promise<string> {
  const answers = new Map<string, Promise<string>>();
  return (operation) => {
    const key = JSON.stringify(operation);
    const answer = answers.get(key) ?? askAs(operation).then(saidBy);
    answers.set(key, answer);
    return answer;
  };
}

const nothing = JSON.stringify([null, []]);

/** What an answer says beside that it refuses; ids and cursors that are sealed for each viewer count as the same. */
function saidBy({ data, errors }: Pick<Answer, 'data' | 'errors'>): string {
  const codes = (errors ?? []).map(({ extensions }) => extensions.code);
  const said = saysNothing(data) || refusalOf({ data, errors: undefined }) === 'FORBIDDEN' ? null : data;
  const others = new Set(codes.filter((code) => code !== 'FORBIDDEN' && code !== 'UNAUTHENTICATED'));
  return JSON.stringify([said, [...others]]).replaceAll(/"p1\.[\w-]+"/g, '"sealed"');
}

/** Whether there is something in what is said, and nothing failed. */
const serves = (said: string): boolean => said !== nothing && said.endsWith(',[]]');

/** What is said without an organisation's own affairs. */
function withoutAffairsOf(organizationId: string, said: string): string {
  const whole: unknown = JSON.parse(said, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const { __typename: type, id } = value as Readonly<Record<string, unknown>>;
    if (type !== 'Organization' || id !== organizationId) return value;
    return Object.fromEntries(Object.entries(value).filter(([field]) => !ownAffairs.has(field)));
  });
  return JSON.stringify(whole);
}

const isQuestion = ({ name }: SampleOperation): boolean => name.startsWith('Query.');

/** Does something with each of many, a few at a time. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += 10) {
    await Promise.all(items.slice(start, start + 10).map(work));
  }
}

const heardByNobody = asNobody();

async function askInGoodStanding(persona: Persona): Promise<void> {
  const worth: SampleOperation[] = [];
  const serving = new Set<string>();
  await inTurns((await walkFor(persona)).filter(isQuestion), async (operation) => {
    const said = saidBy(await askAs(operation, persona.key));
    const heard = await heardByNobody(operation);
    if (said !== heard || heard === nothing) worth.push(operation);
    if (said !== heard && serves(said)) serving.add(operation.name);
  });
  questions.set(persona.key, worth);
  served.set(persona.key, serving);
}

/** The rows of all members, by what changes when one is written; what a question leaves in the log is no row of theirs. */
async function stateOf(): Promise<string[]> {
  const states = [...owners].map(async ([member, owner]) => {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
          and relname !~ '^access_log' order by 1`,
    );
    const sums = rows.map(
      ({ name }) => `select '${member} ${name} ' || count(*) || ' ' || max(xmin::text::bigint) as sum from ${name}`,
    );
    const { rows: states } = await owner.query<{ sum: string }>(sums.join(' union all '));
    return states.map(({ sum }) => sum);
  });
  return (await Promise.all(states)).flat();
}

/** Puts everybody who acts for an organisation in a state in which they may not, and gives them back their right. */
const states: Readonly<Record<string, { readonly take: () => Promise<void>; readonly give: () => Promise<void> }>> = {
  'an officer or a system that was dismissed': {
    async take() {
      for (const { organizationId, sub, kind } of acting) {
        const insert =
          kind === 'client'
            ? `insert into system_client (id, organization_id, client, registered_at, revoked_at)
               values (uuidv7(), $1, $2, now(), now())`
            : `insert into officer (id, organization_id, subject, roles, appointed_at, dismissed_at)
               values (uuidv7(), $1, $2, '{officer}', now(), now())`;
        await ownerOf('registry').query(insert, [organizationId, sub]);
      }
    },
    async give() {
      await ownerOf('registry').query('delete from officer');
      await ownerOf('registry').query('delete from system_client');
    },
  },
  'whoever acts for a suspended organisation': {
    take: async () => void (await ownerOf('registry').query('update organization set suspended_at = now()')),
    give: async () => void (await ownerOf('registry').query('update organization set suspended_at = null')),
  },
  'whom another organisation’s issuer names': {
    take: async () => void (await ownerOf('registry').query(`update organization set issuer = 'https://its.own'`)),
    give: async () => void (await ownerOf('registry').query('update organization set issuer = null')),
  },
  'whom an issuer names that the office has withdrawn': {
    take: async () => void (await ownerOf('registry').query('update issuer set withdrawn_at = now()')),
    give: async () => void (await ownerOf('registry').query('update issuer set withdrawn_at = null')),
  },
};

describe.each(Object.keys(states))('%s', (name) => {
  test('reads nothing that nobody reads, and changes nothing, by any operation of any member', async () => {
    const wrong: string[] = [];
    await states[name]?.take();
    try {
      const before = await stateOf();
      const saidToNobody = asNobody();
      for (const persona of acting) {
        const suspended = name.includes('suspended');
        const changes = (await walkFor(persona)).filter(
          (operation) => !isQuestion(operation) && !(suspended && ownChanges.has(operation.name)),
        );
        const asked = (questions.get(persona.key) ?? []).filter(({ name }) => !(suspended && name === ownQuestion));
        const told = (said: string) => (suspended ? withoutAffairsOf(persona.organizationId, said) : said);
        await inTurns([...asked, ...changes], async (operation) => {
          const said = told(saidBy(await askAs(operation, persona.key)));
          if (said === nothing || said === told(await saidToNobody(operation))) return;
          wrong.push(`${persona.key}, ${operation.name}: ${said.slice(0, 300)}`);
        });
      }
      expect(wrong).toEqual([]);
      expect(await stateOf()).toEqual(before);
    } finally {
      await states[name]?.give();
    }
  });
});

describe('whoever may act', () => {
  test('is told something by every question, and each of them what nobody is told', async () => {
    const all = new Set<string>();
    const answered = new Set([...served.values()].flatMap((names) => [...names]));
    for (const persona of personas) {
      await inTurns((await walkFor(persona)).filter(isQuestion), async (operation) => {
        all.add(operation.name);
        if (answered.has(operation.name)) return;
        if (serves(saidBy(await askAs(operation, persona.key)))) answered.add(operation.name);
      });
    }
    expect([...all].filter((name) => !answered.has(name))).toEqual([]);
    expect(acting.filter(({ key }) => served.get(key)?.size === 0)).toEqual([]);
  });

  test('gets past the rules of every change', async () => {
    const changes = new Set<string>();
    const open = new Set<string>();
    for (const persona of personas) {
      const walk = (await walkFor(persona)).filter((operation) => !isQuestion(operation));
      await inTurns(walk, async (operation) => {
        changes.add(operation.name);
        if (open.has(operation.name)) return;
        const code = refusalOf(await askAs(operation, persona.key));
        if (code !== 'FORBIDDEN' && code !== 'UNAUTHENTICATED') open.add(operation.name);
      });
    }
    expect([...changes].filter((name) => !open.has(name))).toEqual([]);
  });

  test('asks for every field of every type, so that the walks leave none out', () => {
    const asked = new Set<string>();
    for (const { document } of sampleOperations(schema)) {
      const info = new TypeInfo(schema);
      const enter = () => void asked.add(`${info.getParentType()?.name}.${info.getFieldDef()?.name}`);
      visit(parse(document), visitWithTypeInfo(info, { Field: { enter } }));
    }
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const fields = types.flatMap((type) =>
      Object.values(type.getFields()).map(({ name, args }) => ({ name: `${type.name}.${name}`, args })),
    );
    const left = fields.filter(({ name, args }) => !name.startsWith('__') && !args.some(isRequiredArgument));
    expect(left.flatMap(({ name }) => (asked.has(name) ? [] : name))).toEqual([]);
  });
});
