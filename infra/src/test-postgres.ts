import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { startPostgres } from './postgres/postgres.js';
import { type DatabaseUrls, provisionDatabase, restrictConnections, roleUrls } from './postgres/provision.js';
import { withClient } from './postgres/with-client.js';

const variable = 'TEST_POSTGRES_URL';

/** A database of one test, with roles like in production. */
export interface TestDatabase extends DatabaseUrls {
  readonly name: string;
  /** Removes the database, also when connections to it are still open. */
  drop(): Promise<void>;
}

/**
 * Starts the PostgreSQL server of a test run and announces it to the workers in `TEST_POSTGRES_URL`. When that variable
 * names a server already, that one is used and left running.
 */
export async function startTestPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const existing = process.env[variable];
  if (existing !== undefined) return { url: existing, stop: async () => undefined };
  const dir = mkdtempSync(join(tmpdir(), 'birlik-test-'));
  const postgres = await startPostgres({ dir, disposable: true }).catch((error: unknown) => {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  });
  process.env[variable] = postgres.superuserUrl;
  const stop = async (): Promise<void> => {
    if (process.env[variable] === postgres.superuserUrl) delete process.env[variable];
    await postgres.stop();
  };
  return { url: postgres.superuserUrl, stop };
}

/**
 * Makes a template once per server: `migrate` gets an empty database with both roles, and must have closed its
 * connections when it resolves. Workers that ask at the same time wait for the first.
 *
 * @param key names the template; a template with this key that exists already is taken as it is
 * @returns the name to pass to {@link createTestDatabase}
 */
export async function createTestTemplate(
  key: string,
  migrate: (database: DatabaseUrls) => Promise<void>,
): Promise<string> {
  const name = `template_${key.replaceAll(/[^a-z0-9]+/g, '_')}`;
  const building = `${name}_building`;
  await withClient(serverUrl(), async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount !== 0) return;
    await client.query(`drop database if exists ${pg.escapeIdentifier(building)} with (force)`);
    await migrate(await provisionDatabase(serverUrl(), building));
    await client.query(`alter database ${pg.escapeIdentifier(building)} with allow_connections false`);
    await client.query(`alter database ${pg.escapeIdentifier(building)} rename to ${pg.escapeIdentifier(name)}`);
  });
  return name;
}

/** Makes a database for one test or one file of tests: empty, or a copy of a template with the template's roles. */
export async function createTestDatabase(options: { template?: string } = {}): Promise<TestDatabase> {
  const url = serverUrl();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const { template } = options;
  const roles = {
    owner: template === undefined ? `${name}_owner` : `${template}_building_owner`,
    app: template === undefined ? `${name}_app` : `${template}_building_app`,
  };
  if (template === undefined) await provisionDatabase(url, name);
  else {
    await withClient(url, async (client) => {
      await client.query(
        `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)} owner ${pg.escapeIdentifier(roles.owner)}`,
      );
      await restrictConnections(client, name, Object.values(roles));
    });
  }
  const drop = (): Promise<void> =>
    withClient(url, async (client) => {
      await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
      if (template !== undefined) return;
      for (const role of Object.values(roles)) await client.query(`drop role if exists ${pg.escapeIdentifier(role)}`);
    });
  return { name, ...roleUrls(url, name, roles), drop };
}

function serverUrl(): string {
  const url = process.env[variable];
  if (url === undefined) {
    throw new Error(
      `${variable} is not set: list @birlik/infra/test-postgres-setup in "globalSetup" of the vitest project.`,
    );
  }
  return url;
}
