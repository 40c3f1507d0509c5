import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Postgres, startPostgres } from './postgres.js';
import { type DatabaseUrls, provision } from './provision.js';
import { withClient } from './with-client.js';

describe('provision', { timeout: 60_000 }, () => {
  let postgres: Postgres;
  let urls: Record<string, DatabaseUrls>;

  beforeAll(async () => {
    postgres = await startPostgres({ dir: mkdtempSync(join(tmpdir(), 'birlik-provision-')), disposable: true });
    urls = await provision(postgres, ['asan-school', 'union']);
  }, 60_000);

  afterAll(() => postgres.stop());

  it('lets no role connect to the database of another subgraph or to a shared one', async () => {
    for (const role of ['ownerUrl', 'appUrl'] as const) {
      for (const database of ['birlik_union', 'postgres', 'template1']) {
        const foreign = new URL(url('asan-school', role));
        foreign.pathname = `/${database}`;
        await expect(withClient(foreign.href, (client) => client.query('select 1'))).rejects.toMatchObject({
          code: '42501',
        });
      }
    }
  });

  it('gives the process role the rows of the owner, but not the shape of the tables', async () => {
    await withClient(url('union', 'ownerUrl'), (client) =>
      client.query('create table shift (id int generated always as identity, hours int)'),
    );
    await withClient(url('union', 'appUrl'), async (client) => {
      await client.query('insert into shift (hours) values (3)');
      await client.query('update shift set hours = 4');
      expect((await client.query('select hours from shift')).rows).toEqual([{ hours: 4 }]);
      await client.query('delete from shift');
      await expect(client.query('create table own (id int)')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('alter table shift add column more int')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('truncate shift')).rejects.toMatchObject({ code: '42501' });
    });
  });

  it('makes roles that can neither become superuser nor bypass row-level security', async () => {
    const { rows } = await withClient(postgres.superuserUrl, (client) =>
      client.query(
        `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as dangerous, rolcanlogin
         from pg_roles where rolname like 'birlik_%' order by rolname`,
      ),
    );
    expect(rows.map((row) => row.rolname)).toEqual([
      'birlik_asan_school_app',
      'birlik_asan_school_owner',
      'birlik_union_app',
      'birlik_union_owner',
    ]);
    expect(rows.every((row) => row.rolcanlogin && !row.dangerous)).toBe(true);
  });

  it('installs the extensions that only a superuser can', async () => {
    const { rows } = await withClient(url('union', 'appUrl'), (client) =>
      client.query(
        `select unaccent('Gəncə é') as plain, similarity('Leyla', 'Leila') > 0 as similar, encode(digest('a', 'sha256'), 'hex') as digest`,
      ),
    );
    expect(rows[0]).toMatchObject({ similar: true, digest: expect.stringMatching(/^ca978112/) });
  });

  it('can be repeated without losing data or changing the addresses', async () => {
    await withClient(url('asan-school', 'ownerUrl'), (client) =>
      client.query('create table kept as select 42 as answer'),
    );
    expect(await provision(postgres, ['asan-school', 'union'])).toEqual(urls);
    const { rows } = await withClient(url('asan-school', 'appUrl'), (client) =>
      client.query('select answer from kept'),
    );
    expect(rows).toEqual([{ answer: 42 }]);
  });

  function url(subgraph: string, role: keyof DatabaseUrls): string {
    const found = urls[subgraph];
    if (!found) throw new Error(`${subgraph} was not provisioned.`);
    return found[role];
  }
});
