import { openDatabase } from '@birlik/kernel/database';
import { officerViewer, type TestMember } from '@birlik/test/testkit/member';
import { placeOf } from '@birlik/test/testkit/reach';
import { database } from '../src/database.js';
import { compareReach, type ReachDifference } from '../src/people/volunteer/reach.service.js';

/** Whom the organisation may list for the purpose by its ties, by consents and by the mandates that it holds, in its own order. */
export async function reachable({ owner }: TestMember, organization: string, purpose: string): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from (
     select volunteer_id as id from affiliation where organization_id = $1 and (until is null or until > organization_day($1, now()))
      union
     select volunteer_id from consent
      where (recipient_organization_id = $1 or recipient_organization_id is null) and purpose = $2
        and withdrawn_at is null and (expires_at is null or expires_at > now())
      union
     select volunteer_id from mandate m
       join organization giver on giver.id = m.giver_id and giver.accredited_at <= now() and giver.suspended_at is null
       join affiliation a on a.organization_id = giver.id and (a.until is null or a.until > organization_day(giver.id, now()))
      where m.holder_id = $1 and m.purpose = $2 and m.revoked_at is null and m.ends_at > now()) reached
      where exists (select from organization where id = $1 and accredited_at <= now() and suspended_at is null)`,
    [organization, purpose],
  );
  return rows
    .map((row) => ({ ...row, place: placeOf(organization, row.id) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ id }) => id);
}

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
}

/** Everybody in the list, read in pages from the front or from the back. */
export async function listed(
  member: TestMember,
  organization: string,
  { purpose = 'recruitment', size = 30, backwards = false } = {},
): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const window = backwards ? 'last: $size, before: $cursor' : 'first: $size, after: $cursor';
    const answer: { data: { volunteers: Page } | null } = await member.query<{ volunteers: Page }>(
      `query ($size: Int!, $cursor: String) { volunteers(${window}) {
         nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }`,
      { as: officerViewer(organization), purpose, variables: { size, cursor } },
    );
    const { nodes, pageInfo } = answer.data?.volunteers ?? { nodes: [], pageInfo: null };
    const ids = nodes.map(({ id }) => id);
    found.splice(backwards ? 0 : found.length, 0, ...ids);
    cursor = backwards ? (pageInfo?.startCursor ?? null) : (pageInfo?.endCursor ?? null);
    if (!(backwards ? pageInfo?.hasPreviousPage : pageInfo?.hasNextPage)) cursor = null;
  } while (cursor !== null);
  return found;
}

/** Runs a statement as the owner. */
export async function change(
  { owner }: Pick<TestMember, 'owner'>,
  sql: string,
  ...parameters: unknown[]
): Promise<void> {
  await owner.query(sql, parameters);
}

/** How the table that lists are read from differs from ties and consents. */
export async function differences({ config }: TestMember, mend = false): Promise<ReachDifference> {
  const orm = await openDatabase(database, { url: config.DATABASE_URL, poolSize: 1, log: null });
  try {
    return await compareReach(orm.em.fork(), mend);
  } finally {
    await orm.close();
  }
}
