import { createDemoData, type Persona } from '@birlik/demo-data';
import type { Answer } from '@birlik/test-client';
import { isObjectType, isRequiredArgument, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTurns, isQuestion, nothingSaid, openWalk, saidBy, type OperationWalk } from '../testkit/operation-walk.js';
import { changesWhileSuspended, refusalOf, sampleOperations, type SampleOperation } from '../testkit/operations.js';
import { startTestStack, type TestStack } from '../testkit/stack.js';

const { personas } = createDemoData();
const acting = personas.filter(
  (persona): persona is Persona & { readonly organizationId: string } => persona.organizationId !== null,
);

/** What a suspended organisation goes on to see of itself, and what it changes; who its officers are is their own affair. */
const ownAffairs = new Set(['events', 'issuer', 'officers', 'officersListed', 'systemClients']);
const ownQuestion = 'Query.viewerIdentity';
const ownChanges = new Set(changesWhileSuspended);
/** By which whoever is signed in and nobody comes in as a person, which gives nothing of an organisation. */
const comingIn = new Set(['Mutation.signUp', 'Mutation.recoverAccount', 'Mutation.confirmRecovery']);
/** A state in which those who act are nobody to the registry, and no organisation's either: such people may come in. */
const nobodysSubjects = 'whom another organisation’s issuer names';

let federation: TestStack;
let walk: OperationWalk;
/** By the keys of those who act, the questions that say nothing to everybody, or more to them in good standing. */
const questions = new Map<string, readonly SampleOperation[]>();
/** By the keys of those who act, the names of the questions that say more to them in good standing than to everybody. */
const served = new Map<string, ReadonlySet<string>>();
let heardByNobody: (operation: SampleOperation) => Promise<string>;

beforeAll(async () => {
  // The gateway asks anew at each request; otherwise it would after half a minute.
  federation = await startTestStack({ AUTHORIZATION_STATUS_FRESH_MS: '1' });
  walk = await openWalk(federation, 'recruitment');
  heardByNobody = walk.toldToNobody();
  for (const persona of acting) await askInGoodStanding(persona);
});
afterAll(async () => {
  await walk.close();
  await federation.close();
});

const walkFor = ({ key, organizationId, volunteerId }: Persona): Promise<SampleOperation[]> =>
  walk.operationsFor({ organizationId, volunteerId, idOf: federation.idsOf(key).hide });

const askAs = (operation: SampleOperation, as: string): Promise<Answer> => walk.ask(operation, { as });

/** Whether there is something in what is said, and nothing failed. */
const serves = (said: string): boolean => said !== nothingSaid && said.endsWith(',[]]');

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

async function askInGoodStanding(persona: Persona): Promise<void> {
  const worth: SampleOperation[] = [];
  const serving = new Set<string>();
  await inTurns((await walkFor(persona)).filter(isQuestion), async (operation) => {
    const said = saidBy(await askAs(operation, persona.key));
    const heard = await heardByNobody(operation);
    if (said !== heard || heard === nothingSaid) worth.push(operation);
    if (said !== heard && serves(said)) serving.add(operation.name);
  });
  questions.set(persona.key, worth);
  served.set(persona.key, serving);
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
        await walk.ownerOf('registry').query(insert, [organizationId, sub]);
      }
    },
    async give() {
      await walk.ownerOf('registry').query('delete from officer');
      await walk.ownerOf('registry').query('delete from system_client');
    },
  },
  'whoever acts for a suspended organisation': {
    take: async () => void (await walk.ownerOf('registry').query('update organization set suspended_at = now()')),
    give: async () => void (await walk.ownerOf('registry').query('update organization set suspended_at = null')),
  },
  [nobodysSubjects]: {
    take: async () => void (await walk.ownerOf('registry').query(`update organization set issuer = 'https://its.own'`)),
    give: async () => void (await walk.ownerOf('registry').query('update organization set issuer = null')),
  },
  'whom an issuer names that the office has withdrawn': {
    take: async () => void (await walk.ownerOf('registry').query('update issuer set withdrawn_at = now()')),
    give: async () => void (await walk.ownerOf('registry').query('update issuer set withdrawn_at = null')),
  },
};

describe.each(Object.keys(states))('%s', (name) => {
  test('reads nothing that nobody reads, and changes nothing, by any operation of any member', async () => {
    const wrong: string[] = [];
    await states[name]?.take();
    try {
      const before = await walk.stateOf();
      const saidToNobody = walk.toldToNobody();
      for (const persona of acting) {
        const suspended = name.includes('suspended');
        const changes = (await walkFor(persona)).filter(
          (operation) =>
            !isQuestion(operation) &&
            !(name === nobodysSubjects && comingIn.has(operation.name)) &&
            !(suspended && ownChanges.has(operation.name)),
        );
        const asked = (questions.get(persona.key) ?? []).filter(({ name }) => !(suspended && name === ownQuestion));
        const told = (said: string) => (suspended ? withoutAffairsOf(persona.organizationId, said) : said);
        await inTurns([...asked, ...changes], async (operation) => {
          const said = told(saidBy(await askAs(operation, persona.key)));
          if (said === nothingSaid || said === told(await saidToNobody(operation))) return;
          wrong.push(`${persona.key}, ${operation.name}: ${said.slice(0, 300)}`);
        });
      }
      expect(wrong).toEqual([]);
      expect(await walk.stateOf()).toEqual(before);
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
      const everyChange = (await walkFor(persona)).filter((operation) => !isQuestion(operation));
      await inTurns(everyChange, async (operation) => {
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
    for (const { document } of sampleOperations(walk.schema)) {
      const info = new TypeInfo(walk.schema);
      const enter = () => void asked.add(`${info.getParentType()?.name}.${info.getFieldDef()?.name}`);
      visit(parse(document), visitWithTypeInfo(info, { Field: { enter } }));
    }
    const types = Object.values(walk.schema.getTypeMap()).filter(isObjectType);
    const fields = types.flatMap((type) =>
      Object.values(type.getFields()).map(({ name, args }) => ({ name: `${type.name}.${name}`, args })),
    );
    const left = fields.filter(({ name, args }) => !name.startsWith('__') && !args.some(isRequiredArgument));
    expect(left.flatMap(({ name }) => (asked.has(name) ? [] : name))).toEqual([]);
  });
});
