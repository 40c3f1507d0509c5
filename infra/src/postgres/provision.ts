import { createHmac } from 'node:crypto';

import pg from 'pg';

import { withClient } from './with-client.js';

/** Addresses of one database: the owner's is for migrations, the app's for the process that serves. */
export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** Extensions that only a superuser can create. */
export const extensions = ['pg_trgm', 'unaccent', 'pgcrypto'] as const;

/** The database of a subgraph: `birlik_asan_school` for `asan-school`. */
export function databaseName(subgraph: string): string {
  return `birlik_${subgraph.replaceAll('-', '_')}`;
}

/**
 * Makes one database with an owner role and a process role for each name, and makes sure that no role can connect to
 * another's database. What exists already is brought to the same state.
 */
export async function provision(
  postgres: { readonly superuserUrl: string },
  names: readonly string[],
): Promise<Record<string, DatabaseUrls>> {
  await withClient(postgres.superuserUrl, async (client) => {
    for (const shared of ['postgres', 'template1']) await restrictConnections(client, shared, []);
  });
  const urls: Record<string, DatabaseUrls> = {};
  for (const name of names) urls[name] = await provisionDatabase(postgres.superuserUrl, databaseName(name));
  return urls;
}

/** Makes one database and its two roles, `<database>_owner` and `<database>_app`. */
export async function provisionDatabase(superuserUrl: string, database: string): Promise<DatabaseUrls> {
  const owner = `${database}_owner`;
  const app = `${database}_app`;
  await withClient(superuserUrl, async (client) => {
    for (const role of [owner, app]) await ensureRole(client, role, rolePassword(superuserUrl, role));
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${quote(database)} owner ${quote(owner)}`);
    await client.query(`alter database ${quote(database)} owner to ${quote(owner)}`);
    await restrictConnections(client, database, [owner, app]);
  });
  await withClient(databaseUrl(superuserUrl, database), async (client) => {
    await client.query(`alter schema public owner to ${quote(owner)}`);
    await client.query(`revoke all on schema public from public`);
    await client.query(`grant usage on schema public to ${quote(app)}`);
    for (const extension of extensions) await client.query(`create extension if not exists ${quote(extension)}`);
    const defaults = `alter default privileges for role ${quote(owner)} in schema public grant`;
    await client.query(`${defaults} select, insert, update, delete on tables to ${quote(app)}`);
    await client.query(`${defaults} usage, select on sequences to ${quote(app)}`);
    await client.query(`${defaults} execute on functions to ${quote(app)}`);
  });
  return roleUrls(superuserUrl, database, { owner, app });
}

/** Addresses of a database for two roles that {@link provisionDatabase} made on this server. */
export function roleUrls(superuserUrl: string, database: string, roles: { owner: string; app: string }): DatabaseUrls {
  return {
    ownerUrl: databaseUrl(superuserUrl, database, roles.owner),
    appUrl: databaseUrl(superuserUrl, database, roles.app),
  };
}

/** Lets only these roles (and superusers) connect to the database. */
export async function restrictConnections(
  client: pg.Client,
  database: string,
  roles: readonly string[],
): Promise<void> {
  await client.query(`revoke all on database ${quote(database)} from public`);
  for (const role of roles) await client.query(`grant connect on database ${quote(database)} to ${quote(role)}`);
}

/** The address of another database on the same server, as the superuser or as `role`. */
export function databaseUrl(superuserUrl: string, database: string, role?: string): string {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  if (role !== undefined) {
    url.username = role;
    url.password = rolePassword(superuserUrl, role);
  }
  return url.href;
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const verb = rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role ${quote(role)} with login nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication password ${pg.escapeLiteral(password)}`,
  );
}

/** Derived from the superuser's password, so that it need not be stored and every process computes the same one. */
function rolePassword(superuserUrl: string, role: string): string {
  const secret = decodeURIComponent(new URL(superuserUrl).password);
  return createHmac('sha256', secret).update(`role:${role}`).digest('base64url');
}

function quote(identifier: string): string {
  return pg.escapeIdentifier(identifier);
}
