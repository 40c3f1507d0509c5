import { readFile } from 'node:fs/promises';
import { createDemoData } from '@birlik/demo-data';
import { encryptOrder } from '@birlik/trust/erasure-order';
import { signDelivery, type VerifyingKey } from '@birlik/trust/log-head';
import { memberSuffix } from '@birlik/trust/personal-data';
import { decodeProtectedHeader } from 'jose';
import type pg from 'pg';
import { vi } from 'vitest';
import { members, type TestStack } from './stack.js';

/** Somebody whom nobody knows. */
const nobody = '01990000-0000-7000-8000-000000000002';

/**
 * Writes what the demo data has none of and some question is about: a chair of today, a request for consent, an inquiry, a
 * pair to be reviewed, a concern about a mentorship, a search that is kept, a person who is bound to a subject, an invitation and a try to take one, a recovery of an account, an erasure, and a head of the log
 * that members keep.
 *
 * @param ownerOf the connection of the tables' owner to a member's database
 * @returns values of arguments that lead to something, by the operation and the argument: `Query.campaign id`
 */
export async function knownRows(
  federation: TestStack,
  ownerOf: (member: string) => Pick<pg.Client, 'query'>,
): Promise<Readonly<Record<string, unknown>>> {
  await addToRegistry(federation, ownerOf('registry'));
  await ownerOf('center').query(
    `insert into chair_term (id, organization_id, starts_on, ends_on)
     select uuidv7(), organization_id, ends_on + 1, ends_on + 3660 from chair_term order by ends_on desc limit 1`,
  );
  const union = createDemoData().organization('uvoa').id;
  for (const member of members) {
    await ownerOf(member).query(
      `insert into job (id, kind, payload, organization_id, due_at, attempts, failure, failed_at, died_at)
       values (uuidv7(), 'x', '{}', $1, now(), 1, 'x', now(), now())`,
      [union],
    );
  }
  await ownerOf('alumni').query(
    `insert into mentoring_concern (id, organization_id, mentorship_id, volunteer_id, by_mentor, text)
     values (uuidv7(), $1, uuidv7(), $2, false, 'x')`,
    [union, createDemoData().person(0).id],
  );
  await addToMentorship(ownerOf('alumni'), createDemoData().person(0).id);
  const platform = createDemoData().organization('asap').id;
  await ownerOf('alumni').query(
    `insert into duty_shift (id, organization_id, officer, starts_at, ends_at)
     values (uuidv7(), $1, 'x', now(), now() + interval '1 day')`,
    [platform],
  );
  const held = await ownerOf('alumni').query<{ id: string; body_id: string }>(
    `select id, body_id from governance_meeting where status = 'open'`,
  );
  const drill = await ownerOf('alumni').query<{ id: string; code: string }>(
    'select id, code from emergency where confirmed_at is not null and closed_at is null',
  );
  const creative = createDemoData().organization('afci').id;
  for (const [member, writer, name] of [
    ['union', union, 'accepted'],
    ['creative', creative, 'guardian-asked'],
  ] as const) {
    await ownerOf(member).query(
      `insert into message_template (id, organization_id, name, language, subject, body, written_by)
       values (uuidv7(), $1, $2, 'az', 'x', 'x', 'x')`,
      [writer, name],
    );
  }
  const campaign = await idFrom(ownerOf('creative'), 'select campaign_id from creative_application');
  const applied = `select opportunity_id from opportunity_application where status = 'submitted'`;
  const opportunity = await idFrom(ownerOf('union'), applied);
  const event = await idFrom(ownerOf('alumni'), 'select id from alumni_event');
  const round = await idFrom(ownerOf('alumni'), `select id from matching_round where status = 'draft'`);
  const draft = await ownerOf('alumni').query<{ id: string }>(
    `insert into matching_draft (id, organization_id, round_id, number, status)
     select uuidv7(), organization_id, id, 100, 'cancelled' from matching_round where id = $1 returning id`,
    [round],
  );
  return {
    'Query.alumniEventGuests eventId': event,
    'Query.matchingRound id': round,
    'Query.matchingDraft id': draft.rows[0]?.id,
    'Query.applicantVolunteers opportunityId': opportunity,
    'Query.opportunity id': opportunity,
    'Query.campaign id': campaign,
    'Query.creativeApplicants campaignId': campaign,
    'Query.selectionCriteria campaignId': campaign,
    'Query.previewMessageTemplateAtUnion name': 'accepted',
    'Query.previewMessageTemplateAtUnion language': 'az',
    'Query.previewMessageTemplateAtCreative name': 'guardian-asked',
    'Query.previewMessageTemplateAtCreative language': 'az',
    'Query.emergencyByCode code': drill.rows[0]?.code,
    'Query.emergencyAbroad id': drill.rows[0]?.id,
    'Query.emergencyPeople emergencyId': drill.rows[0]?.id,
    'Query.checkIns emergencyId': drill.rows[0]?.id,
    'Query.governanceMeeting meetingId': held.rows[0]?.id,
    'Query.governanceMandates bodyId': held.rows[0]?.body_id,
    'Query.logHeadDelivery member': 'university',
    'Query.logHeadDelivery after': 0,
    ...(await erasureOrders(federation)),
    ...(await deliveriesOfKeptHeads(federation, ownerOf)),
  };
}

/** Writes to a person's mentorship what is said of one after its end. */
async function addToMentorship(alumni: Pick<pg.Client, 'query'>, person: string): Promise<void> {
  const id = await idFrom(alumni, `select id from mentorship where volunteer_id = '${person}' and status = 'active'`);
  for (const [table, columns, values] of [
    ['mentorship_feedback', 'rating', '5'],
    ['mentorship_survey', 'goals_reached, would_recommend', `'yes', true`],
  ])
    await alumni.query(
      `insert into ${table} (id, mentorship_id, volunteer_id, ${columns}) values (uuidv7(), $1, $2, ${values})`,
      [id, person],
    );
}

async function addToRegistry(federation: TestStack, registry: Pick<pg.Client, 'query'>): Promise<void> {
  const demo = createDemoData();
  const asker = demo.organization('uvoa').id;
  const person = await idFrom(
    registry,
    `select volunteer_id from affiliation where organization_id = '${asker}' and until is null`,
  );
  await registry.query(
    `insert into consent_request
       (id, organization_id, volunteer_id, purpose, categories, reason, asked_at, asked_by, lapses_at)
     values (uuidv7(), $1, $2, 'recruitment', '{study}', 'x', now(), 'x', now() + interval '1 day')`,
    [asker, person],
  );
  const id = await federation.idFor('union-officer', person);
  await federation.ask('query ($id: ID!) { volunteer(id: $id) { name } }', { as: 'union-officer', variables: { id } });
  await registry.query(
    `insert into inquiry
       (id, entry_id, volunteer_id, organization_id, kind, category, read_at, message, raised_at, due_at)
     select uuidv7(), id, volunteer_id, organization_id, 'question', 'contact', decided_at, 'x', now(), now() + interval '1 day'
       from access_log where organization_id = $1 limit 1`,
    [asker],
  );
  await registry.query(
    `insert into linkage_pair
       (id, left_id, right_id, model_version, match_status, national_number_match, weight, fields, is_open)
     select uuidv7(), one.record_id, other.record_id, 1, 'review', 'unknown', 1, '[]', true
       from person_link one join person_link other on one.record_id < other.record_id and one.person_id <> other.person_id
      where one.valid_to is null and other.valid_to is null limit 1`,
  );
  await registry.query(
    `insert into identity_binding (id, volunteer_id, issuer, subject, bound_at, bound_by)
     values (uuidv7(), $1, $2, 'somebody', now(), 'x')`,
    [person, federation.stack.issuer],
  );
  await registry.query(
    `insert into correction (id, volunteer_id, organization_id, category, fact, message, asked_at, due_at)
     values (uuidv7(), $1, $2, 'service', 'x', 'x', now(), now() + interval '1 day')`,
    [person, asker],
  );
  await registry.query(
    `insert into invitation (id, organization_id, role, place, secret_hash, created_by, ends_at)
     values (uuidv7(), $1, 'volunteer', 'X', 'x', 'x', now() + interval '1 day')`,
    [asker],
  );
  await registry.query(
    `insert into claim_attempt (volunteer_id, viewer, way, outcome) values ($1, 'x', 'code', 'refused')`,
    [person],
  );
  await registry.query(
    `insert into record_offer (volunteer_id, record_id, organization_id, change_id)
     select $1, id, organization_id, uuidv7() from register_record limit 1`,
    [person],
  );
  await registry.query(
    `insert into register (organization_id, each_person_once)
     select id, true from organization where kind <> 'registry' on conflict do nothing`,
  );
  await registry.query(
    `insert into message (id, volunteer_id, organization_id, kind, subject, body, sent_at)
     values (uuidv7(), $1, $2, 'consent-asked', '{"az": "x"}', '{"az": "x"}', now())`,
    [person, asker],
  );
  await registry.query(
    `insert into account_recovery (id, issuer, subject, ends_at) values (uuidv7(), $1, 'nobody', now())`,
    [federation.stack.issuer],
  );
  await registry.query(
    `insert into erasure_request (id, number, volunteer_id, requested_at, takes_effect_at, deadline)
     values (uuidv7(), 1, $1, now(), now(), now() + interval '1 day')`,
    [demo.personas.find(({ key }) => key === 'volunteer-2')?.volunteerId],
  );
  await registry.query(
    `insert into emergency (id, organization_id, event, reason, proposed_by, ends_at)
     values (uuidv7(), $1, 'x', 'x', 'x', now() + interval '1 day')`,
    [asker],
  );
  await federation.ask('mutation { saveSearch(input: { name: "x", filter: [] }) { __typename } }', {
    as: 'union-officer',
    purpose: 'recruitment',
  });
}

/** The first id that a statement finds. */
async function idFrom(owner: Pick<pg.Client, 'query'>, statement: string): Promise<string> {
  const { rows } = await owner.query<[string]>({ text: `${statement} order by 1 limit 1`, rowMode: 'array' });
  const id = rows[0]?.[0];
  if (id === undefined) throw new Error(`There is nothing to find: ${statement}`);
  return id;
}

/** Lets every member keep the newest head of the log; gives what the registry hands over for it. */
async function deliveriesOfKeptHeads(
  federation: TestStack,
  ownerOf: (member: string) => Pick<pg.Client, 'query'>,
): Promise<Record<string, string>> {
  const newest = `select size::float8 as size, encode(root, 'hex') as root, statement from access_log_head order by 1 desc limit 1`;
  const readNewest = async () =>
    (await ownerOf('registry').query<{ size: number; root: string; statement: string }>(newest)).rows[0];
  const { size, root, statement: head } = await vi.waitUntil(readNewest, { timeout: 20_000 });
  const { rows } = await ownerOf('registry').query<{ publicKey: VerifyingKey }>(
    'select public_key as "publicKey" from signing_key where kid = $1',
    [decodeProtectedHeader(head).kid],
  );
  const publicKey = rows[0]?.publicKey;
  if (!publicKey) throw new Error('A head is signed with a key that is not published.');
  const deliveries = Object.entries(await grantKeys(federation)).map(async ([member, key]) => {
    await ownerOf(member).query(
      'insert into log_head (size, root, statement, public_key, consistent) values ($1, $2, $3, $4, true)',
      [size, root, head, publicKey],
    );
    const handed = { head, publicKey, earlier: 0, proof: [] };
    return [
      `Mutation.keepLogHeadAt${memberSuffix(member)} delivery`,
      await signDelivery(handed, { member, key: Buffer.from(key, 'base64url') }),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(deliveries));
}

/** An order of erasure for each member that takes them, as the registry makes it. */
async function erasureOrders(federation: TestStack): Promise<Record<string, readonly string[]>> {
  const order = { id: nobody, number: 1, person: nobody, requestedAt: new Date().toISOString() };
  const orders = Object.entries(await grantKeys(federation)).map(async ([member, key]) => {
    const encrypted = await encryptOrder(order, { member, key: Buffer.from(key, 'base64url') });
    return [`Mutation.eraseAt${memberSuffix(member)} orders`, [encrypted]] as const;
  });
  return Object.fromEntries(await Promise.all(orders));
}

/** The keys that members share with the registry, by their names. */
async function grantKeys({ stack }: TestStack): Promise<Readonly<Record<string, string>>> {
  const secrets = JSON.parse(await readFile(stack.folder.secrets, 'utf8')) as {
    readonly grantKeys: Readonly<Record<string, string>>;
  };
  return secrets.grantKeys;
}
