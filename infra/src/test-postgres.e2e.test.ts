import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { withClient } from './postgres/with-client.js';
import { createTestDatabase, createTestTemplate, startTestPostgres } from './test-postgres.js';

describe('the PostgreSQL server of a test run', { timeout: 60_000 }, () => {
  let server: { url: string; stop(): Promise<void> };

  beforeAll(async () => {
    server = await startTestPostgres();
  }, 60_000);

  afterAll(() => server.stop());

  it('builds a template once, also when workers ask for it at the same time', async () => {
    let builds = 0;
    const build = () =>
      createTestTemplate('once', async ({ ownerUrl }) => {
        builds += 1;
        await withClient(ownerUrl, (client) =>
          client.query('create table volunteer (id int); insert into volunteer (id) values (1)'),
        );
      });
    expect(await Promise.all([build(), build(), build()])).toEqual(['template_once', 'template_once', 'template_once']);
    expect(builds).toBe(1);
  });

  it('builds a template again when the first attempt failed', async () => {
    await expect(createTestTemplate('flawed', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(createTestTemplate('flawed', async () => undefined)).resolves.toBe('template_flawed');
  });

  it('gives every test a copy of its own', async () => {
    const template = await createTestTemplate('copies', ({ ownerUrl }) =>
      withClient(ownerUrl, async (client) => {
        await client.query('create table volunteer (id int); insert into volunteer (id) values (1)');
      }),
    );
    const [one, other] = await Promise.all([createTestDatabase({ template }), createTestDatabase({ template })]);
    await withClient(one.appUrl, (client) => client.query('delete from volunteer'));
    const { rowCount } = await withClient(other.appUrl, (client) => client.query('select id from volunteer'));
    expect(rowCount).toBe(1);
    await one.drop();
    await other.drop();
    await expect(withClient(one.ownerUrl, (client) => client.query('select 1'))).rejects.toMatchObject({
      code: '3D000',
    });
  });

  it('leaves no role behind when a database without a template is dropped', async () => {
    const database = await createTestDatabase();
    await database.drop();
    const { rowCount } = await withClient(server.url, (client) =>
      client.query('select from pg_roles where rolname like $1', [`${database.name}%`]),
    );
    expect(rowCount).toBe(0);
  });
});
