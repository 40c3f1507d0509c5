import { createDemoData } from '@birlik/demo-data';
import type { Answer } from '@birlik/test-client';
import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import pg from 'pg';
import { knownRows } from './known-rows.js';
import { refusalOf, sampleOperations, saysNothing, type SampleOperation } from './operations.js';
import { members, type GraphRequest, type TestStack } from './stack.js';

/** An issuer whose subjects are no personas: what operations do to an issuer, they do to it. */
const otherIssuer = 'https://other.test';

/** Whom a walk is about. */
export interface WalkSubject {
  readonly organizationId: string | null;
  readonly volunteerId: string | null;
  /** The id of a person as whoever asks knows it. */
  idOf(volunteerId: string): string;
}

/** Every operation of the whole graph, as it is asked through the gateway. */
export interface OperationWalk {
  /** What clients see of it. */
  readonly schema: GraphQLSchema;
  /** The connection of the tables' owner to a member's database. */
  ownerOf(member: string): pg.Client;
  /** The operations, about the subject's own organisation and somebody with a tie to it. */
  operationsFor(subject: WalkSubject): Promise<SampleOperation[]>;
  ask(operation: SampleOperation, as?: Pick<GraphRequest, 'as' | 'token'>): Promise<Answer>;
  /** Makes what says what an operation tells nobody, who is asked once each. */
  toldToNobody(): (operation: SampleOperation) => Promise<string>;
  /** The rows of all members, by what changes when one is written; what a question leaves in the log is no row of theirs. */
  stateOf(): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * Opens the walk through a federation that nobody has changed yet.
 *
 * @param purpose what is stated with each operation
 */
export async function openWalk(federation: TestStack, purpose: string): Promise<OperationWalk> {
  const { databases, issuer } = federation.stack;
  const owners = new Map(members.map((name) => [name as string, new pg.Client(databases[name]?.ownerUrl)]));
  await Promise.all([...owners.values()].map((client) => client.connect()));
  const ownerOf = (member: string): pg.Client => {
    const client = owners.get(member);
    if (!client) throw new Error(`There is no member "${member}".`);
    return client;
  };
  const { data } = await federation.ask<IntrospectionQuery>(getIntrospectionQuery());
  if (!data) throw new Error('The gateway does not show its schema.');
  const schema = buildClientSchema(data);
  const other = createDemoData().organization('assoc-italy').id;
  const known: Readonly<Record<string, unknown>> = {
    purpose,
    issuer,
    'Mutation.admitIssuer issuer': otherIssuer,
    'Mutation.changeIssuer issuer': otherIssuer,
    'Mutation.withdrawIssuer issuer': otherIssuer,
    timeZone: 'Asia/Baku',
    email: 'nobody@example.test',
    // Whoever acts for it is no persona, so that what an admin does to it takes no persona's right.
    'Mutation.accreditOrganization id': other,
    'Mutation.changeRepresentation organizationId': other,
    'Mutation.reinstateOrganization id': other,
    'Mutation.suspendOrganization organizationId': other,
    ...(await knownRows(federation, ownerOf)),
  };
  const ask: OperationWalk['ask'] = ({ document, variables }, as = {}) =>
    federation.ask(document, { variables, purpose, ...as });
  return {
    schema,
    ownerOf,
    ask,
    async operationsFor({ organizationId, volunteerId, idOf }) {
      const { rows } = await ownerOf('registry').query<{ tied: string; linked: string }>(
        `select (select volunteer_id from affiliation order by organization_id is not distinct from $1 desc, 1 limit 1) as tied,
                (select person_id from person_link order by 1 limit 1) as linked`,
        [organizationId],
      );
      const { tied = '', linked = '' } = rows[0] ?? {};
      const { rows: paired } = await ownerOf('alumni').query<{ id: string }>(
        `select id from mentorship where $1 in (volunteer_id, mentor_volunteer_id) and status = 'active' order by 1 limit 1`,
        [volunteerId],
      );
      const about: Readonly<Record<string, unknown>> = {
        ...known,
        ...(organizationId !== null && { organizationId, 'Query.organization id': organizationId }),
        'Query.volunteer id': idOf(volunteerId ?? tied),
        'Query.linkedPerson id': idOf(linked),
        'Query.matchingRound id': idOf(String(known['Query.matchingRound id'])),
        'Query.governanceMeeting meetingId': idOf(String(known['Query.governanceMeeting meetingId'])),
        'Query.matchingDraft id': idOf(String(known['Query.matchingDraft id'])),
        ...(paired[0] && { 'Query.myMentorship mentorshipId': idOf(paired[0].id) }),
      };
      return sampleOperations(schema, (name, operation) => about[`${operation} ${name}`] ?? about[name]);
    },
    toldToNobody() {
      const answers = new Map<string, Promise<string>>();
      return (operation) => {
        const key = JSON.stringify(operation);
        const answer = answers.get(key) ?? ask(operation).then(saidBy);
        answers.set(key, answer);
        return answer;
      };
    },
    async stateOf() {
      const states = await Promise.all([...owners].map(([member, owner]) => stateOfMember(member, owner)));
      return states.flat();
    },
    async close() {
      await Promise.all([...owners.values()].map((client) => client.end()));
    },
  };
}

/** What an answer says that says nothing. */
export const nothingSaid = JSON.stringify([null, []]);

/** What an answer says beside that it refuses; ids and cursors that are sealed for each viewer count as the same. */
export function saidBy({ data, errors }: Pick<Answer, 'data' | 'errors'>): string {
  const codes = (errors ?? []).map(({ extensions }) => extensions.code);
  const said = saysNothing(data) || refusalOf({ data, errors: undefined }) === 'FORBIDDEN' ? null : data;
  const others = new Set(codes.filter((code) => code !== 'FORBIDDEN' && code !== 'UNAUTHENTICATED'));
  return JSON.stringify([said, [...others]]).replaceAll(/"p1\.[\w-]+"/g, '"sealed"');
}

export const isQuestion = ({ name }: SampleOperation): boolean => name.startsWith('Query.');

/** Does something with each of many, a few at a time. */
export async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += 10) {
    await Promise.all(items.slice(start, start + 10).map(work));
  }
}

async function stateOfMember(member: string, owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relname !~ '^(access_log|grant_use)' order by 1`,
  );
  const sums = rows.map(
    ({ name }) => `select '${member} ${name} ' || count(*) || ' ' || max(xmin::text::bigint) as sum from ${name}`,
  );
  const { rows: states } = await owner.query<{ sum: string }>(sums.join(' union all '));
  return states.map(({ sum }) => sum);
}
