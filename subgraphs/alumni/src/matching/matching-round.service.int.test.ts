import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, volunteerViewer, type TestMember, type Viewer } from '@birlik/test/testkit/member';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member as subgraph } from '../member.js';

const platform = newId();
const coordinator = officerViewer(platform, ['coordinator']);
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph);
});
afterAll(() => member.close());

interface Outcome {
  readonly id?: string;
  readonly code?: string;
  readonly status?: string;
}

async function mutate(as: Viewer, call: string, type: string, fields = 'id'): Promise<Outcome> {
  const { data, errors } = await member.query<{ done: Outcome }>(
    `mutation { done: ${call} { ... on Problem { code } ... on ${type} { ${fields} } } }`,
    { as },
  );
  return data?.done ?? { code: String(errors?.[0]?.extensions.code) };
}

const move = (call: string, id: string, as = coordinator) =>
  mutate(as, `${call}(roundId: "${id}")`, 'MatchingRound', 'status');

async function openRound(days = '2000-01-01 9999-12-31', rest = ''): Promise<string> {
  const [opensOn, closesOn] = days.split(' ');
  const call = `openMatchingRound(input: { name: { az: "Raund" }, opensOn: "${opensOn}", closesOn: "${closesOn}" ${rest} })`;
  return String((await mutate(coordinator, call, 'MatchingRound')).id);
}

/** An association of the platform. */
async function newAssociation(): Promise<string> {
  const id = newId();
  await member.owner.query(
    `insert into association (id, organization_id, country_codes, founder) values ($1, $2, '{LT}', true)`,
    [newId(), id],
  );
  return id;
}

const takePart = (association: string, round: string, call = 'takePartInMatchingRound') =>
  mutate(officerViewer(association), `${call}(roundId: "${round}")`, 'MatchingAssociation', 'id leftAt');

const wishes = 'goals: ["career"], fieldCodes: ["06"], languages: ["az"], formats: [THREE_MONTHS]';
const enter = (person: string, round: string, role: string, rest = wishes) =>
  mutate(
    volunteerViewer(person),
    `enterMatchingRound(input: { roundId: "${round}", role: ${role}, ${rest} })`,
    'MatchingEntry',
    'id leftAt',
  );

async function newMentor(association: string, capacity = 1): Promise<string> {
  const id = newId();
  await mutate(
    volunteerViewer(id),
    `offerMentoring(input: { organizationId: "${association}", capacity: ${capacity}, ${wishes} })`,
    'MentorProfile',
  );
  return id;
}

async function newMentee(association: string): Promise<string> {
  const id = newId();
  await member.owner.query(
    `insert into alumnus (id, organization_id, volunteer_id, country_code, university, level, field_code, returned)
     values ($1, $2, $3, 'LT', 'University', 'master', '06', false)`,
    [newId(), association, id],
  );
  return id;
}

interface Pair {
  readonly mentee: { readonly id: string } | null;
  readonly mentor: { readonly id: string } | null;
  readonly score: number;
  readonly isLocked: boolean;
  readonly points: Readonly<Record<string, number>>;
  readonly nextBest: { readonly mentor: { readonly id: string } | null; readonly lostPairs: number } | null;
  readonly outcome: string | null;
}

interface Draft {
  readonly id: string;
  readonly status: string;
  readonly progress: number;
  readonly total: number | null;
  readonly failure: string | null;
  readonly withoutCandidate: number | null;
  readonly whole: { readonly entered: number; readonly matched: number; readonly worstTenth: number | null };
  readonly difference: Readonly<Record<string, number>> | null;
  readonly pairs: { readonly nodes: readonly Pair[] };
}

async function readDraft(id: string | undefined): Promise<Draft> {
  const { data } = await member.query<{ matchingDraft: Draft }>(
    `{ matchingDraft(id: "${id}") { id status progress total failure withoutCandidate whole { entered matched worstTenth }
        difference { kept moved gained lost }
        pairs(first: 100) { nodes { score isLocked outcome mentee { id } mentor { id }
          points { goals fields languages country repeat } nextBest { mentor { id } lostPairs } } } } }`,
    { as: coordinator },
  );
  if (!data) throw new Error('There is no such draft.');
  return data.matchingDraft;
}

const begin = (round: string, rest = '') =>
  mutate(coordinator, `draftMatching(roundId: "${round}" ${rest})`, 'MatchingDraft', 'id status');

async function draft(round: string, rest = ''): Promise<Draft> {
  const { id } = await begin(round, rest);
  await expect.poll(async () => (await readDraft(id)).status, { timeout: 20_000 }).not.toBe('SOLVING');
  return readDraft(id);
}

const publish = (id: string) =>
  mutate(coordinator, `publishMatchingDraft(draftId: "${id}")`, 'MatchingRound', 'status');

const rule = (mentee: string | undefined, mentor: string | undefined, ruling: string) =>
  mutate(
    coordinator,
    `ruleMatchingPair(input: { menteeEntryId: "${mentee}", mentorEntryId: "${mentor}", ruling: ${ruling} })`,
    'MatchingEntry',
  );

async function inbox(person: string, count: number): Promise<string[]> {
  const read = async () => {
    const { rows } = await member.owner.query<{ subject: string }>(
      `select subject ->> 'en' as subject from message where volunteer_id = $1 order by id`,
      [person],
    );
    return rows.map(({ subject }) => subject).toSorted();
  };
  await expect.poll(async () => (await read()).length, { timeout: 20_000 }).toBe(count);
  return read();
}

/** A round of two associations, one mentor and two mentees who look for the same. */
async function smallRound() {
  const round = await openRound();
  const [first, second] = [await newAssociation(), await newAssociation()];
  await takePart(first, round);
  await takePart(second, round);
  const mentor = await newMentor(first);
  const mentees = [await newMentee(first), await newMentee(second)] as const;
  const entries = {
    mentor: (await enter(mentor, round, 'MENTOR')).id,
    first: (await enter(mentees[0], round, 'MENTEE')).id,
    second: (await enter(mentees[1], round, 'MENTEE')).id,
  };
  return { round, first, second, mentor, mentees, entries };
}

describe('a round', () => {
  test('is entered by people of associations that take part, while it is open', async () => {
    const round = await openRound();
    const association = await newAssociation();
    const [mentor, mentee] = [await newMentor(association), await newMentee(association)];
    expect(await enter(mentee, round, 'MENTEE')).toEqual({ code: 'CONFLICT' });
    await takePart(association, round);
    expect(await enter(newId(), round, 'MENTOR')).toEqual({ code: 'NOT_FOUND' });
    expect(await enter(mentee, round, 'MENTEE', `${wishes}, capacity: 2`)).toEqual({ code: 'BAD_USER_INPUT' });
    expect(await enter(mentor, round, 'MENTOR')).toMatchObject({ leftAt: null });
    expect(await enter(mentee, round, 'MENTEE')).toMatchObject({ leftAt: null });
    // Somebody with nothing but an account enters too: no association has to answer for them.
    expect(await enter(newId(), round, 'MENTEE')).toMatchObject({ leftAt: null });
    expect(await enter(mentee, await openRound('2000-01-01 2000-02-01'), 'MENTEE')).toEqual({ code: 'CONFLICT' });
    expect(await enter(mentee, newId(), 'MENTEE')).toEqual({ code: 'NOT_FOUND' });
    await move('closeMatchingEntries', round);
    expect(await enter(newId(), round, 'MENTEE')).toEqual({ code: 'CONFLICT' });
  });

  test('is left with all of its people by an association, and comes back without them', async () => {
    const { round, second, mentees } = await smallRound();
    const count = async () => {
      const { data } = await member.query<{ matchingRound: { menteeEntries: number } }>(
        `{ matchingRound(id: "${round}") { menteeEntries } }`,
        { as: coordinator },
      );
      return data?.matchingRound.menteeEntries;
    };
    expect(await count()).toBe(2);
    await takePart(second, round, 'withdrawFromMatchingRound');
    expect(await count()).toBe(1);
    expect(await enter(mentees[1], round, 'MENTEE')).toEqual({ code: 'CONFLICT' });
    await takePart(second, round);
    expect(await count()).toBe(1);
    expect(await enter(mentees[1], round, 'MENTEE')).toMatchObject({ leftAt: null });
  });

  test('is moved by its own coordinator only, and keeps its history', async () => {
    const round = await openRound();
    const foreign = officerViewer(newId(), ['coordinator']);
    expect(await move('closeMatchingEntries', round, foreign)).toEqual({ code: 'NOT_FOUND' });
    expect(await move('closeMatchingEntries', round, officerViewer(platform))).toEqual({ code: 'FORBIDDEN' });
    expect(await move('reopenMatchingEntries', round)).toEqual({ code: 'CONFLICT' });
    expect(await move('closeMatchingEntries', round)).toEqual({ status: 'DRAFT' });
    expect(await move('reopenMatchingEntries', round)).toEqual({ status: 'OPEN' });
    expect(await move('cancelMatchingRound', round)).toEqual({ status: 'CANCELLED' });
    expect(await move('reopenMatchingEntries', round)).toEqual({ code: 'CONFLICT' });
    const { data } = await member.query(`{ matchingRound(id: "${round}") { history { status } } }`, {
      as: coordinator,
    });
    expect(data).toEqual({
      matchingRound: { history: ['OPEN', 'DRAFT', 'OPEN', 'CANCELLED'].map((status) => ({ status })) },
    });
  });

  test('ends no day before it begins', async () => {
    const call = `openMatchingRound(input: { name: { az: "Raund" }, opensOn: "2026-02-02", closesOn: "2026-02-01" })`;
    expect(await mutate(coordinator, call, 'MatchingRound')).toEqual({ code: 'BAD_USER_INPUT' });
  });
});

describe('a draft', () => {
  test('keeps what the coordinator locks and vetoes, says what the next best costs, and shows the difference', async () => {
    const { round, entries } = await smallRound();
    expect(await begin(round)).toEqual({ code: 'CONFLICT' });
    await move('closeMatchingEntries', round);
    const [one, again] = [await draft(round), await draft(round)];
    expect(one).toMatchObject({ status: 'READY', progress: 100, whole: { entered: 2, matched: 1 }, difference: null });
    expect(again.pairs).toEqual(one.pairs);
    expect(again.difference).toEqual({ kept: 1, moved: 0, gained: 0, lost: 0 });
    const chosen = one.pairs.nodes[0]?.mentee?.id;
    const other = chosen === entries.first ? entries.second : entries.first;
    expect(one.pairs.nodes[0]?.nextBest).toEqual({ mentor: null, lostPairs: 0 });
    await rule(other, entries.mentor, 'LOCKED');
    expect((await draft(round)).pairs.nodes).toMatchObject([{ mentee: { id: other }, isLocked: true, nextBest: null }]);
    expect((await draft(round)).difference).toEqual({ kept: 1, moved: 0, gained: 0, lost: 0 });
    await rule(other, entries.mentor, 'VETOED');
    const vetoed = await draft(round);
    expect(vetoed.pairs.nodes).toMatchObject([{ mentee: { id: chosen }, isLocked: false }]);
    expect(vetoed.difference).toEqual({ kept: 0, moved: 0, gained: 1, lost: 1 });
    await rule(other, entries.mentor, 'null');
    expect((await draft(round)).pairs.nodes).toHaveLength(1);
    expect(await rule(newId(), entries.mentor, 'LOCKED')).toEqual({ code: 'NOT_FOUND' });
  });

  test('counts the points of each criterion, which add up to the score', async () => {
    const { round } = await smallRound();
    await move('closeMatchingEntries', round);
    const weights = 'weights: { goals: 10, fields: 5, languages: 3, country: 0, repeat: 0 }';
    const { pairs, total } = await draft(round, weights);
    expect(pairs.nodes).toMatchObject([
      { score: 180, points: { goals: 100, fields: 50, languages: 30, country: 0, repeat: 0 } },
    ]);
    expect(total).toBe(180);
    const nothing = 'weights: { goals: 0, fields: 0, languages: 0, country: 0, repeat: 0 }';
    expect(await begin(round, nothing)).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test('prefers a former pair that both would have again', async () => {
    const { round, second, mentor, mentees, entries } = await smallRound();
    for (const person of mentees) {
      await member.owner.query(
        `insert into mentorship (id, organization_id, volunteer_id, mentor_volunteer_id, status, started_on, mentee_would_repeat, mentor_would_repeat)
         values ($1, $2, $3, $4, 'ended', '2025-01-01', true, $5)`,
        [newId(), second, person, mentor, person === mentees[1]],
      );
    }
    await move('closeMatchingEntries', round);
    expect((await draft(round)).pairs.nodes).toMatchObject([
      { mentee: { id: entries.second }, points: { repeat: 300 } },
    ]);
  });

  test('stays within quotas and the reserve, which are the coordinator’s to set', async () => {
    const { round, first } = await smallRound();
    const bound = (rest: string, as = coordinator) =>
      mutate(
        as,
        `boundMatchingAssociation(input: { roundId: "${round}", organizationId: "${first}", ${rest} })`,
        'MatchingAssociation',
        'id',
      );
    await move('closeMatchingEntries', round);
    for (const rest of ['mentorQuota: 0', 'reservedPlaces: 1']) {
      expect(await bound(rest)).toHaveProperty('id');
      expect((await draft(round)).whole.matched).toBe(0);
    }
    expect(await bound('menteeQuota: 0')).toHaveProperty('id');
    const { pairs } = await draft(round);
    expect(pairs.nodes).toHaveLength(1);
    expect(await bound('menteeQuota: 1', officerViewer(first, ['coordinator']))).toEqual({ code: 'NOT_FOUND' });
    await expect(
      member.owner.query('select from matching_association where mentee_quota is not null and round_id = $1', [round]),
    ).resolves.toMatchObject({ rowCount: 1 });
  });

  test('is solved one at a time, and stopped', async () => {
    const { round } = await smallRound();
    await move('closeMatchingEntries', round);
    const outcomes = await Promise.all([begin(round), begin(round), begin(round)]);
    expect(outcomes.map(({ code }) => code).toSorted()).toEqual(['CONFLICT', 'CONFLICT', undefined]);
    const id = outcomes.find((outcome) => outcome.id !== undefined)?.id;
    const stop = () => mutate(coordinator, `cancelMatchingDraft(draftId: "${id}")`, 'MatchingDraft', 'status');
    const [first, second] = [await stop(), await stop()];
    // The job may have been faster: then there is nothing to stop.
    if (first.code === undefined) expect([first, second]).toEqual([{ status: 'CANCELLED' }, { code: 'CONFLICT' }]);
    else expect((await readDraft(id)).status).toBe('READY');
    expect((await draft(round)).status).toBe('READY');
  });

  test('says so when no attempt succeeds, and another one can be begun', async () => {
    const { round } = await smallRound();
    await move('closeMatchingEntries', round);
    const rename = (from: string, to: string) =>
      member.owner.query(`alter function ${from}(uuid, integer, uuid[], uuid[]) rename to ${to}`);
    await rename('matching_candidates', 'no_candidates');
    const { id = '' } = await begin(round);
    const tried = async () => {
      await member.owner.query(`update job set due_at = now() where key = $1 and claim is null`, [id]);
      return (await readDraft(id)).status;
    };
    await expect.poll(tried, { timeout: 20_000 }).toBe('FAILED');
    await rename('no_candidates', 'matching_candidates');
    expect(await readDraft(id)).toMatchObject({ failure: 'NOT_SOLVED' });
    expect((await draft(round)).status).toBe('READY');
  });
});

describe('publishing', () => {
  test('happens once, tells each once, and asks the mentor', async () => {
    const { round, mentor, mentees, entries } = await smallRound();
    await move('closeMatchingEntries', round);
    await rule(entries.first, entries.mentor, 'LOCKED');
    const { id } = await draft(round);
    const outcomes = await Promise.all([publish(id), publish(id), publish(id)]);
    expect(outcomes.map(({ status, code }) => status ?? code).toSorted()).toEqual([
      'CONFLICT',
      'CONFLICT',
      'PUBLISHED',
    ]);
    expect(await inbox(mentor, 1)).toEqual(['A round proposes mentees to you']);
    expect(await inbox(mentees[0], 1)).toEqual(['The round has found a mentor for you']);
    expect(await inbox(mentees[1], 1)).toEqual(['The round has found no mentor for you this time']);
    const { data } = await member.query<{ myMentees: { nodes: { id: string; status: string }[] } }>(
      '{ myMentees { nodes { id status } } }',
      { as: volunteerViewer(mentor) },
    );
    expect(data?.myMentees.nodes).toMatchObject([{ status: 'PROPOSED' }]);
    const answer = `answerMentorship(input: { mentorshipId: "${data?.myMentees.nodes[0]?.id}", accept: true })`;
    expect(await mutate(volunteerViewer(mentor), answer, 'Mentorship', 'status')).toEqual({ status: 'ACTIVE' });
    expect(await inbox(mentees[0], 2)).toContain('The mentor said yes');
    expect(await enter(newId(), round, 'MENTEE')).toEqual({ code: 'CONFLICT' });
    expect(await move('cancelMatchingRound', round)).toEqual({ code: 'CONFLICT' });
  });

  test('leaves out a pair whose place somebody took, and says so', async () => {
    const { round, first, mentor, entries } = await smallRound();
    await move('closeMatchingEntries', round);
    const { id } = await draft(round);
    await member.owner.query(
      `insert into mentorship (id, organization_id, volunteer_id, mentor_volunteer_id, status, started_on)
       values ($1, $2, $3, $4, 'active', '2026-01-01')`,
      [newId(), first, newId(), mentor],
    );
    expect(await publish(id)).toEqual({ status: 'PUBLISHED' });
    expect((await readDraft(id)).pairs.nodes).toMatchObject([
      { mentor: { id: entries.mentor }, outcome: 'PLACE_TAKEN' },
    ]);
    expect(await member.owner.query('select from mentorship where round_id = $1', [round])).toMatchObject({
      rowCount: 0,
    });
  });

  test('closes what nobody answers by the clock of the round, and tells both', async () => {
    const { round, mentor, mentees, entries } = await smallRound();
    await move('closeMatchingEntries', round);
    await rule(entries.first, entries.mentor, 'LOCKED');
    await publish((await draft(round)).id);
    await inbox(mentees[0], 1);
    const due = async (by: string) => {
      await member.owner.query(`update matching_round set answers_due_at = now() + $2::interval where id = $1`, [
        round,
        by,
      ]);
      await member.owner.query(
        `insert into job (id, kind, payload, due_at, organization_id)
         values (uuidv7(), 'close a matching round', $1, now(), $2)`,
        [{ round }, platform],
      );
      const waits = `select from job where kind = 'close a matching round' and due_at <= now()`;
      await expect.poll(async () => (await member.owner.query(waits)).rowCount, { timeout: 20_000 }).toBe(0);
    };
    await due('1 hour');
    expect(await member.owner.query('select status from matching_round where id = $1', [round])).toMatchObject({
      rows: [{ status: 'published' }],
    });
    await due('-1 second');
    expect(await inbox(mentor, 2)).toContain('A request for mentoring closed without an answer');
    expect(await inbox(mentees[0], 2)).toContain('A request for mentoring closed without an answer');
    const { rows } = await member.owner.query('select status, ending from mentorship where round_id = $1', [round]);
    expect(rows).toEqual([{ status: 'ended', ending: 'expired' }]);
  });

  test('shows an association the pairs of its own people, and of the other one nothing', async () => {
    const { round, first, second, entries } = await smallRound();
    await move('closeMatchingEntries', round);
    await rule(entries.second, entries.mentor, 'LOCKED');
    const { id } = await draft(round);
    const seen = async (association: string) => {
      const { data } = await member.query<{
        openMatchingRounds: { nodes: { id: string; associationPairs: unknown }[] };
      }>(
        `{ openMatchingRounds(first: 100) { nodes { id drafts { nodes { id } } menteeEntries associations { id }
             associationPairs { nodes { mentee { id } mentor { id } } } } } }`,
        { as: officerViewer(association) },
      );
      return data?.openMatchingRounds.nodes.find((one) => one.id === round);
    };
    const hidden = { drafts: null, menteeEntries: null, associations: [{ id: expect.any(String) as string }] };
    expect(await seen(first)).toMatchObject({ ...hidden, associationPairs: { nodes: [] } });
    await publish(id);
    expect(await seen(first)).toMatchObject({
      ...hidden,
      associationPairs: { nodes: [{ mentee: null, mentor: { id: entries.mentor } }] },
    });
    expect(await seen(second)).toMatchObject({
      ...hidden,
      associationPairs: { nodes: [{ mentee: { id: entries.second }, mentor: null }] },
    });
    const stranger = await newAssociation();
    expect(await seen(stranger)).toBeUndefined();
    const other = await member.query(`{ matchingDraft(id: "${id}") { id } }`, {
      as: officerViewer(second, ['coordinator']),
    });
    expect(other.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('a round of 2,000 mentees and 800 mentors', () => {
  const [mentees, mentors] = [2_000, 800];
  let round: string;

  beforeAll(async () => {
    round = await openRound();
    const associations = await Promise.all([1, 2, 3, 4, 5].map(() => newAssociation()));
    for (const association of associations) await takePart(association, round);
    // Each trait by another number of the entry's, so that hardly two want the same and each run has the same people.
    const lot = (number: number, of: number) => `1 + abs(hashint4(n + ${number}00000) % ${of})`;
    const goals = `array['career','returning-home','research','entrepreneurship']`;
    const traits = `array[(${goals})[${lot(1, 4)}], (${goals})[${lot(2, 4)}]] as goals,
      array[lpad((${lot(3, 10)})::text, 2, '0')] as fields, array['az', (array['en','ru','tr'])[${lot(4, 3)}]] as languages,
      array[(array['one-call','three-months','twelve-months'])[${lot(5, 3)}], 'three-months'] as formats,
      (array['LT','GB','US','BE','IT','NL','LU'])[${lot(6, 7)}] as country, ($1::uuid[])[1 + n % 5] as association`;
    await member.owner.query(
      `with made as (
         insert into mentor_profile (id, organization_id, volunteer_id, capacity, paused, goals, field_codes, languages, formats, country_code, review)
         select uuidv7(), association, gen_random_uuid(), 1 + n % 5, false, array(select distinct unnest(goals)), fields, languages,
                array(select distinct unnest(formats)), country, 'approved'
           from (select n, ${traits} from generate_series(1, ${mentors}) n) one returning *)
       insert into matching_entry (organization_id, round_id, volunteer_id, role, association_id, goals, field_codes, languages, formats, country_code, capacity)
       select $2, $3, volunteer_id, 'mentor', organization_id, goals, field_codes, languages, formats, country_code, capacity from made`,
      [associations, platform, round],
    );
    await member.owner.query(
      `insert into matching_entry (organization_id, round_id, volunteer_id, role, association_id, goals, field_codes, languages, formats, country_code)
       select $2, $3, gen_random_uuid(), 'mentee', association, array(select distinct unnest(goals)), fields, languages,
              array(select distinct unnest(formats)), country
         from (select n, ${traits} from generate_series(7, ${mentees + 6}) n) one`,
      [associations, platform, round],
    );
    await move('closeMatchingEntries', round);
  });

  test('gives everybody a mentor for whom there is a place, twice the same', async () => {
    const [one, two] = [await draft(round), await draft(round)];
    expect(one).toMatchObject({ status: 'READY', withoutCandidate: 0, whole: { entered: mentees, matched: mentees } });
    expect([two.total, two.difference]).toEqual([one.total, { kept: mentees, moved: 0, gained: 0, lost: 0 }]);
    const { rows } = await member.owner.query<{ most: number }>(
      `select max(pairs - places)::int as most from (
         select count(*) as pairs, min(p.free_places) as places from matching_pair m
           join matching_entry e on e.id = m.mentor_entry_id join mentor_profile p on p.volunteer_id = e.volunteer_id
          where m.draft_id = $1 group by e.id) taken`,
      [one.id],
    );
    expect(rows).toEqual([{ most: 0 }]);
  });

  test('tells everybody once', async () => {
    const { id } = await draft(round);
    expect(await publish(id)).toEqual({ status: 'PUBLISHED' });
    const told = async () => {
      const { rows } = await member.owner.query<{ messages: number; people: number }>(
        `select count(*)::int as messages, count(distinct m.volunteer_id)::int as people from message m
           join matching_entry e on e.volunteer_id = m.volunteer_id where e.round_id = $1`,
        [round],
      );
      return rows[0];
    };
    await expect.poll(async () => (await told())?.messages, { timeout: 20_000 }).toBeGreaterThan(0);
    const asked = await member.owner.query<{ mentors: number }>(
      `select count(distinct mentor_volunteer_id)::int as mentors from mentorship where round_id = $1 and status = 'proposed'`,
      [round],
    );
    const people = mentees + (asked.rows[0]?.mentors ?? 0);
    expect(await told()).toEqual({ messages: people, people });
  });
});
