import type { Answer } from '@birlik/test-client';
import type { Member } from '../testkit/stack.js';
import { leavesOf, type Cells, type Seen, type Wholes } from './statistic-attack.js';

type Ask = (query: string, request: { variables: Readonly<Record<string, unknown>> }) => Promise<Answer<never>>;
type Row = Readonly<Record<string, unknown>>;

/** A statistic of the graph as an attacker asks for it, and as the member's database knows it. */
export interface ReleasedStatistic {
  /** The object type that has it. */
  readonly type: string;
  readonly member: Member;
  /** The prefix of its tables. */
  readonly name: string;
  readonly wholes: Wholes;
  /** Everything of it that anyone can ask for, by subject. */
  readonly ask: (ask: Ask) => Promise<ReadonlyMap<string, Seen>>;
  /** SQL for the truth: `organization`, `subject` and `leaf`, one row a person in an organisation and subject. */
  readonly truth: string;
  /** SQL that makes one more person, or takes one away, in the organisation $1 and the subject $2. */
  readonly add: string;
  readonly remove: string;
}

/** Reads all pages of a list. */
async function pages(ask: Ask, field: string, selection: string): Promise<Row[]> {
  const found: Row[] = [];
  for (let after: string | null = null; ;) {
    const answer: Answer<Record<string, never>> = await ask(
      `query Page($after: String) { page: ${field}(first: 100, after: $after) { nodes { ${selection} } pageInfo { endCursor hasNextPage } } }`,
      { variables: { after } },
    );
    if (answer.errors || !answer.data) throw new Error(`A page of ${field} failed: ${JSON.stringify(answer.errors)}`);
    const page = answer.data['page'] as unknown as {
      nodes: Row[];
      pageInfo: { endCursor: string | null; hasNextPage: boolean };
    };
    found.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}

function seenBy(nodes: readonly Row[], key: string, field: string): ReadonlyMap<string, Seen> {
  return new Map(nodes.map((node) => [String(node[key]), node[field] as Seen]));
}

async function countries(ask: Ask, field: string, names: readonly string[]): Promise<ReadonlyMap<string, Seen>> {
  const query = `query Countries { countries { code ${field} { ${names.join(' ')} } } }`;
  const answer: Answer<{ countries: Row[] }> = await ask(query, { variables: {} });
  if (answer.errors || !answer.data) throw new Error(`The countries failed: ${JSON.stringify(answer.errors)}`);
  return seenBy(answer.data.countries, 'code', field);
}

export const releasedStatistics: readonly ReleasedStatistic[] = [
  {
    type: 'AlumniSummary',
    member: 'alumni',
    name: 'alumni_summary',
    wholes: { people: ['studentsAbroad', 'alumni'] },
    ask: (ask) => countries(ask, 'alumniSummary', ['people', 'studentsAbroad', 'alumni']),
    truth: `select organization_id as organization, country_code as subject,
                   case when graduation_year is null then 'studentsAbroad' else 'alumni' end as leaf from alumnus`,
    add: `insert into alumnus
      (id, organization_id, volunteer_id, country_code, university, level, field_code, graduation_year, returned)
      values (gen_random_uuid(), $1, gen_random_uuid(), $2, 'University', 'master', '06', 2020, true)`,
    remove: `delete from alumnus where ctid = (select ctid from alumnus where organization_id = $1 and country_code = $2 limit 1)`,
  },
  {
    type: 'ServiceSummary',
    member: 'union',
    name: 'service_summary',
    wholes: { people: ['verified', 'unverified'] },
    ask: (ask) => countries(ask, 'serviceSummary', ['people', 'verified', 'unverified']),
    truth: `select entry.organization_id as organization, country_code as subject,
                   case when bool_or(status = 'verified') then 'verified' else 'unverified' end as leaf
              from service_entry entry join opportunity on opportunity.id = opportunity_id
             where entry.id not in (select corrects_id from service_entry where corrects_id is not null)
             group by entry.organization_id, country_code, volunteer_id`,
    add: `insert into service_entry (id, organization_id, volunteer_id, opportunity_id, minutes, worked_on, status)
          select gen_random_uuid(), $1, gen_random_uuid(), id, 60, '2026-01-01', 'verified'
            from opportunity where organization_id = $1 and country_code = $2 limit 1`,
    remove: `delete from service_entry where organization_id = $1 and opportunity_id in (
               select id from opportunity where country_code = $2) and volunteer_id = (
               select volunteer_id from service_entry entry join opportunity on opportunity.id = opportunity_id
                where entry.organization_id = $1 and country_code = $2 limit 1)`,
  },
  {
    type: 'StudentSummary',
    member: 'university',
    name: 'student_summary',
    wholes: { people: ['bachelor', 'postgraduate'], postgraduate: ['master', 'doctorate'] },
    ask: async (ask) => {
      const selection = 'id studentSummary { people bachelor postgraduate master doctorate }';
      return seenBy(await pages(ask, 'organizations', selection), 'id', 'studentSummary');
    },
    truth: `select organization_id as organization, organization_id as subject, min(level) as leaf
              from enrolment where status = 'studying' group by organization_id, volunteer_id`,
    add: `insert into enrolment (id, organization_id, volunteer_id, programme_id, level, status, start_year)
          select gen_random_uuid(), $1, gen_random_uuid(), id, 'bachelor', 'studying', 2025
            from programme where organization_id = $1 and $1 = $2 limit 1`,
    remove: `delete from enrolment where status = 'studying' and organization_id = $1 and $1 = $2 and volunteer_id = (
               select volunteer_id from enrolment where status = 'studying' and organization_id = $1 limit 1)`,
  },
  {
    type: 'ParticipantSummary',
    member: 'asan-school',
    name: 'participant_summary',
    wholes: { people: ['completed', 'notCompleted'] },
    ask: async (ask) => {
      const selection = 'id participantSummary { people completed notCompleted }';
      return seenBy(await pages(ask, 'intakes', selection), 'id', 'participantSummary');
    },
    truth: `select organization_id as organization, intake_id as subject,
                   case master1_status when 'completed' then 'completed' else 'notCompleted' end as leaf
              from programme_participation`,
    add: `insert into programme_participation (id, organization_id, volunteer_id, intake_id, joined_on, master1_status)
          values (gen_random_uuid(), $1, gen_random_uuid(), $2, '2026-01-01', 'active')`,
    remove: `delete from programme_participation where ctid = (
               select ctid from programme_participation one where organization_id = $1 and intake_id = $2
                  and not exists (select from certificate where participation_id = one.id) limit 1)`,
  },
  {
    type: 'ApplicantSummary',
    member: 'creative',
    name: 'applicant_summary',
    wholes: { people: ['capital', 'elsewhere'], elsewhere: ['regions', 'unsaid'] },
    ask: async (ask) => {
      const selection = 'id applicantSummary { people capital elsewhere regions unsaid }';
      return seenBy(await pages(ask, 'campaigns', selection), 'id', 'applicantSummary');
    },
    truth: `select organization_id as organization, campaign_id as subject,
                   case region when 'capital' then 'capital' when 'region' then 'regions' else 'unsaid' end as leaf
              from creative_application`,
    add: `insert into creative_application (id, organization_id, volunteer_id, campaign_id, discipline_id, status, answers, applied_at)
          select gen_random_uuid(), $1, gen_random_uuid(), $2, id, 'registered', '{}', now()
            from discipline where organization_id = $1 limit 1`,
    remove: `delete from creative_application where ctid = (
               select ctid from creative_application one where organization_id = $1 and campaign_id = $2
                  and not exists (select from review_score where application_id = one.id) limit 1)`,
  },
];

/** The truth by subject and organisation. */
export function cellsOf(
  statistic: ReleasedStatistic,
  rows: readonly { organization: string; subject: string; leaf: string }[],
): ReadonlyMap<string, ReadonlyMap<string, Cells>> {
  const leaves = leavesOf(statistic.wholes);
  const count = (people: readonly { leaf: string }[]): Cells =>
    Object.fromEntries(leaves.map((leaf) => [leaf, people.filter((person) => person.leaf === leaf).length]));
  const bySubject = Map.groupBy(rows, ({ subject }) => subject);
  return new Map(
    [...bySubject].map(([subject, people]) => {
      const byOrganization = Map.groupBy(people, ({ organization }) => organization);
      return [subject, new Map([...byOrganization].map(([organization, own]) => [organization, count(own)]))];
    }),
  );
}
