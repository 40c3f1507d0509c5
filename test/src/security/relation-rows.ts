import { createDemoData } from '@birlik/demo-data';
import type { random } from '@birlik/demo-data/random';
import { newId } from '@birlik/kernel/identifier';
import pg from 'pg';
import type { TestStack } from '../testkit/stack.js';
import type { Relation } from './relation-model.js';

/** What the registry shows of the other one of two people. */
export const counterpart = 'counterpart { name email phone }';

/** Who has to do with whom in a stack, as the model is told it. */
export interface Arranged {
  /** The personas `volunteer` and `volunteer-2`, who are a mentee and a mentor. */
  readonly persons: readonly [string, string];
  readonly relations: readonly Relation[];
  readonly erased: ReadonlySet<string>;
}

/** People of the demo data with no part in anything else, and how many of them get a mentorship with each of the two. */
const firstPerson = 3_000;
const each = 24;

const states = { proposed: 'proposed', lasting: 'active', ended: 'ended' } as const;

/**
 * Gives the two personas mentorships by lot, as mentor and as mentee: some are asked for, some last, some have ended, and of some the
 * other one is erased at the registry and not yet at the platform.
 */
export async function arrangeRelations(federation: TestStack, chance: ReturnType<typeof random>): Promise<Arranged> {
  const demo = createDemoData();
  const persons = [demo.person(0).id, demo.person(1).id] as const;
  const association = demo.organization('assoc-lithuania').id;
  const others = Array.from({ length: 2 * each }, (_, index) => demo.person(firstPerson + index).id);
  const mentors = [persons[1], ...others.slice(0, each)];
  const relations = others.map((person, index): Relation => ({
    id: newId(),
    people: index < each ? [persons[0], person] : [person, persons[1]],
    state: chance.pick(['lasting', 'lasting', 'proposed', 'ended']),
  }));
  const erased = others.filter((_, index) => index % 5 === 0);
  await inDatabase(federation, 'alumni', async (alumni) => {
    await alumni.query('delete from mentorship where volunteer_id = any($1) or mentor_volunteer_id = any($1)', [
      [...persons, ...others],
    ]);
    for (const mentor of mentors) {
      await alumni.query(
        `insert into mentor_profile (id, organization_id, volunteer_id, capacity, paused, goals, field_codes, languages)
         values (uuidv7(), $1, $2, 100, false, '{}', '{}', '{}')
         on conflict (volunteer_id) do update set capacity = 100, paused = false`,
        [association, mentor],
      );
    }
    for (const { id, people, state } of relations) {
      await alumni.query(
        `insert into mentorship (id, organization_id, volunteer_id, mentor_volunteer_id, status, started_on)
         values ($1, $2, $3, $4, $5, '2026-01-01')`,
        [id, association, ...people, states[state]],
      );
    }
  });
  await inDatabase(federation, 'registry', async (registry) => {
    for (const [index, person] of erased.entries()) {
      await registry.query(
        `insert into erasure (order_id, number, person, outcome) values ($1, $2, person_digest($3), '[]')`,
        [newId(), index + 1, person],
      );
    }
  });
  return { persons, relations, erased: new Set(erased) };
}

/** What whoever sees them sees of people, by their ids. */
export async function profilesOf(registry: pg.Client, people: readonly string[]): Promise<Map<string, object>> {
  const { rows } = await registry.query<{ id: string; name: string; email: string | null; phone: string | null }>(
    `select id, concat_ws(' ', given_name, patronymic, family_name) as name, email, phone
       from volunteer where id = any($1)`,
    [people],
  );
  return new Map(rows.map(({ id, ...profile }) => [id, profile]));
}

async function inDatabase<Result>(
  { stack }: TestStack,
  member: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: stack.databases[member]?.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
