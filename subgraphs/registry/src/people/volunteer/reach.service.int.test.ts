import { random } from '@birlik/demo-data/random';
import { openDatabase } from '@birlik/kernel/database';
import { newId } from '@birlik/kernel/identifier';
import { officerViewer, startMember, testIssuer, type TestMember } from '@birlik/test/testkit/member';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change, differences, listed, reachable } from '../../../testing/listed-people.js';
import { consentedMember, largeMember, loadPeople, plainMember } from '../../../testing/many-people.js';
import { member as subgraph } from '../../member.js';
import { pruneReach } from './reach.service.js';

const readers = [largeMember, consentedMember, plainMember];
const purposes = ['recruitment', 'placement'];
const none = { missing: 0, surplus: 0 };

const newRow = 'insert into reach (id, organization_id, purpose, position, volunteer_id) values';

describe('the list of people', () => {
  let member: TestMember;
  let people: string[];

  beforeAll(async () => {
    member = await startMember(subgraph);
    await loadPeople(member.owner, 60);
    const { rows } = await member.owner.query<{ id: string }>('select id from volunteer order by id');
    people = rows.map(({ id }) => id);
    // An umbrella may hold mandates.
    await member.owner.query(`update organization set kind = 'union' where id = $1`, [plainMember]);
  });
  afterAll(() => member.close());

  test('is what ties, consents and mandates say after any change of them, in the organisation’s own order', async () => {
    const chance = random('reach');
    const ends = {
      tie: ['null', 'current_date', 'current_date + 1', 'current_date - 400'],
      consent: ['null', `now() + interval '1 day'`, `now() - interval '1 day'`],
      mandate: [`now() + interval '1 day'`, `now() - interval '1 day'`],
    };
    const some = (table: string) =>
      `id in (select id from ${table} order by md5(id::text || '${chance.next()}') limit ${chance.int(1, 4)})`;
    const steps: (() => string)[] = [
      () => `insert into affiliation (id, organization_id, volunteer_id, role, since, until)
        select uuidv7(), '${chance.pick(readers)}', unnest('{${chance.shuffle(people).slice(0, 3).join(',')}}'::uuid[]),
               'member', current_date - 500, ${chance.pick(ends.tie)}`,
      () => `update affiliation set until = ${chance.pick(ends.tie)} where ${some('affiliation')}`,
      () => `delete from affiliation where ${some('affiliation')}`,
      () => `insert into consent (id, volunteer_id, recipient_organization_id, purpose, category, given_at, expires_at)
        select uuidv7(), unnest('{${chance.shuffle(people).slice(0, 3).join(',')}}'::uuid[]),
               ${chance.pick(['null', ...readers.map((id) => `'${id}'`)])}, '${chance.pick(purposes)}',
               '${chance.pick(['service', 'alumni', 'contact'])}', now() - interval '9 days', ${chance.pick(ends.consent)}
        on conflict do nothing`,
      () => `update consent set withdrawn_at = now() where ${some('consent')}`,
      () => `update consent set given_at = now() - interval '9 days', expires_at = ${chance.pick(ends.consent)}
        where closed_at is null and ${some('consent')}`,
      () => `update consent set closed_at = now() where expires_at < now() and ${some('consent')}`,
      () => `insert into mandate (id, giver_id, holder_id, purpose, category, given_at, given_by, ends_at)
        values (uuidv7(), '${chance.pick([largeMember, consentedMember])}', '${plainMember}', '${chance.pick(purposes)}',
                '${chance.pick(['study', 'contact'])}', now() - interval '9 days', 'officer', ${chance.pick(ends.mandate)})
        on conflict do nothing`,
      () =>
        `update mandate set revoked_at = now(), revoked_by = 'officer' where revoked_at is null and ${some('mandate')}`,
      () => `delete from mandate where ${some('mandate')}`,
      () => `update organization set suspended_at = case when suspended_at is null then now() end
        where id = '${consentedMember}'`,
      () => `insert into organization (id, kind, name, country_code, accredited_at, officers_listed)
        values ('${newId()}', 'university', jsonb_build_object('az', '${chance.next()}'), 'AZ', now(), false)`,
    ];
    for (let round = 0; round < 12; round += 1) {
      for (let step = 0; step < 12; step += 1) await change(member, chance.pick(steps)());
      const { rows } = await member.owner.query<{ id: string }>('select id from organization order by id desc limit 1');
      for (const organization of [...readers, ...rows.map(({ id }) => id)]) {
        for (const purpose of purposes) {
          const expected = await reachable(member, organization, purpose);
          const backwards = chance.chance(0.5);
          expect(await listed(member, organization, { purpose, size: chance.int(5, 40), backwards })).toEqual(expected);
        }
      }
      expect(await differences(member)).toEqual(none);
    }
    await change(member, 'update organization set suspended_at = null where suspended_at is not null');
  });

  test('loses who withdraws, and is empty while the organisation is suspended', async () => {
    const person = people.at(-1) ?? '';
    const consent = newId();
    await change(member, 'update consent set withdrawn_at = now() where withdrawn_at is null');
    await change(
      member,
      `insert into consent (id, volunteer_id, recipient_organization_id, purpose, category, given_at)
       values ($1, $2, $3, 'placement', 'study', now())`,
      consent,
      person,
      plainMember,
    );
    await change(member, 'delete from affiliation where organization_id = $1', plainMember);
    const list = () => listed(member, plainMember, { purpose: 'placement' });
    expect(await list()).toEqual([person]);
    expect(await listed(member, plainMember)).toEqual([]);
    await change(member, 'update organization set suspended_at = now() where id = $1', plainMember);
    expect(await list()).toEqual([]);
    await change(member, 'update organization set suspended_at = null where id = $1', plainMember);
    await change(member, 'update consent set withdrawn_at = clock_timestamp() where id = $1', consent);
    expect(await list()).toEqual([]);
  });

  test('leaves out what ended a moment ago, before anything takes it out of the table', async () => {
    const [tied, consenting] = people;
    await change(
      member,
      `insert into affiliation (id, organization_id, volunteer_id, role, since) values ($1, $2, $3, 'member', '2020-01-01')`,
      newId(),
      plainMember,
      tied,
    );
    await change(
      member,
      `insert into consent (id, volunteer_id, recipient_organization_id, purpose, category, given_at, expires_at)
       values ($1, $2, $3, 'placement', 'study', now() - interval '2 days', now() + interval '1 day')`,
      newId(),
      consenting,
      plainMember,
    );
    const list = () => listed(member, plainMember, { purpose: 'placement' });
    expect((await list()).toSorted()).toEqual([tied, consenting].toSorted());
    await change(member, 'alter table affiliation disable trigger user');
    await change(member, 'update affiliation set until = current_date - 1 where organization_id = $1', plainMember);
    await change(member, 'alter table affiliation enable trigger user');
    await change(
      member,
      `update reach set until = current_date - 1 where organization_id = $1 and purpose = ''`,
      plainMember,
    );
    await change(member, `update reach set expires_at = now() where expires_at is not null`);
    await change(member, `update consent set expires_at = given_at + interval '1 minute' where expires_at is not null`);
    expect(await list()).toEqual([]);
  });

  test('is pruned of what has ended, and a cursor of another list or a text that is none is refused', async () => {
    await change(member, `update reach set until = current_date - 1 where purpose = '' and until is null`);
    const orm = await openDatabase(subgraph.database, { url: member.config.DATABASE_URL, poolSize: 1, log: null });
    await pruneReach(orm.em.fork());
    await orm.close();
    const { rows } = await member.owner.query('select from reach where until < current_date or expires_at <= now()');
    expect(rows).toEqual([]);
    await differences(member, true);
    const cursors = [['no position'], ['00000000-0000-0000-0000-000000000000', 'two'], 'text'];
    for (const values of cursors) {
      const after = Buffer.from(JSON.stringify(values)).toString('base64url');
      const { errors } = await member.query('query ($after: String) { volunteers(after: $after) { nodes { id } } }', {
        as: officerViewer(plainMember),
        purpose: 'recruitment',
        variables: { after },
      });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  test('is compared with ties and consents by a command, which mends it', async () => {
    await change(member, `${newRow} ($1, $2, 'placement', $1, $3)`, newId(), plainMember, people[0]);
    await change(
      member,
      'delete from reach where id in (select id from reach where organization_id = $1 limit 2)',
      largeMember,
    );
    const found = await differences(member);
    expect(found).toMatchObject({ surplus: 1 });
    expect(await differences(member, true)).toEqual(found);
    expect(await differences(member)).toEqual(none);
  });

  test('is not a table that anybody can read or write by the process’s role', async () => {
    const app = new pg.Client({ connectionString: member.config.DATABASE_URL });
    await app.connect();
    await app.query(
      `select set_config('app.organization', $1, false), set_config('app.issuer', $2, false),
              set_config('app.subject', 'officer', false), set_config('app.roles', 'officer', false)`,
      [largeMember, testIssuer],
    );
    expect((await app.query('select from list_reach(null, null, false, 5)')).rowCount).toBeGreaterThan(0);
    expect((await app.query('select from reach limit 1')).rowCount).toBe(0);
    await expect(app.query(`${newRow} ($1, $2, 'placement', $1, $1)`, [newId(), largeMember])).rejects.toThrow(
      'row-level security',
    );
    await app.end();
  });
});

describe('changes at the same time', () => {
  let member: TestMember;
  let clients: [pg.Client, pg.Client];
  let people: string[];
  const consent = `insert into consent (id, volunteer_id, recipient_organization_id, purpose, category, given_at)
    values ($1, $2, $3, 'placement', 'study', now())`;
  const organization = `insert into organization (id, kind, name, country_code, accredited_at, officers_listed)
    values ($1::uuid, 'university', jsonb_build_object('az', $1::uuid), 'AZ', now(), false)`;

  beforeAll(async () => {
    member = await startMember(subgraph);
    await loadPeople(member.owner, 20);
    const { rows } = await member.owner.query<{ id: string }>('select id from volunteer order by id');
    people = rows.map(({ id }) => id);
    const { connectionString } = member.owner.options;
    clients = [new pg.Client({ connectionString }), new pg.Client({ connectionString })];
    for (const client of clients) await client.connect();
  });
  afterAll(async () => {
    for (const client of clients) await client.end();
    await member.close();
  });

  /** Runs two statements in transactions that overlap; resolves to whether the second one waited for the first one's end. */
  async function overlap(
    first: readonly [string, ...unknown[]],
    second: readonly [string, ...unknown[]],
    waits: boolean,
  ) {
    const [one, other] = clients;
    const run = (client: pg.Client, [sql, ...parameters]: readonly [string, ...unknown[]]) =>
      client.query(sql, parameters);
    const waiting = async () =>
      (
        await member.owner.query(
          `select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
        )
      ).rowCount;
    await one.query('begin');
    await other.query('begin');
    await run(one, first);
    const done = run(other, second);
    if (waits) await expect.poll(waiting).toBe(1);
    else await done;
    await one.query('commit');
    await done;
    await other.query('commit');
    expect(await differences(member)).toEqual(none);
  }

  test('a consent to all and a new organisation meet, whichever comes first', async () => {
    const [first, second] = [newId(), newId()];
    await overlap([consent, newId(), people[0], null], [organization, first], true);
    await overlap([organization, second], [consent, newId(), people[1], null], true);
    for (const id of [first, second]) {
      expect(await listed(member, id, { purpose: 'placement' })).toContain(people[0]);
    }
    expect(await listed(member, second, { purpose: 'placement' })).toContain(people[1]);
  });

  test('two ends of what ties a person to an organisation leave nothing', async () => {
    const [one, other] = [newId(), newId()];
    const person = people[2];
    await change(member, consent, one, person, plainMember);
    await change(member, consent.replace('study', 'service'), other, person, plainMember);
    const withdraw = 'update consent set withdrawn_at = clock_timestamp() where id = $1';
    await overlap([withdraw, one], [withdraw, other], false);
    expect(await listed(member, plainMember, { purpose: 'placement' })).not.toContain(person);
  });

  test('of two changes of one tie the later one counts', async () => {
    const tie = newId();
    await change(
      member,
      `insert into affiliation (id, organization_id, volunteer_id, role, since) values ($1, $2, $3, 'member', '2020-01-01')`,
      tie,
      plainMember,
      people[3],
    );
    const end = 'update affiliation set until = current_date - 9 where id = $1';
    await overlap([end, tie], ['update affiliation set until = null where id = $1', tie], true);
    expect(await listed(member, plainMember)).toContain(people[3]);
    await overlap(['update affiliation set until = null where id = $1', tie], [end, tie], true);
    expect(await listed(member, plainMember)).not.toContain(people[3]);
  });
});
