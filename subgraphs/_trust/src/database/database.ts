import type { DatabaseDefinition } from '@birlik/kernel/database';
import { defineRefusal } from '@birlik/kernel/errors';
import { defineSetter } from '@birlik/kernel/statement';
import { Migration } from '@mikro-orm/migrations';
import type { EntityManager } from '@mikro-orm/postgresql';
import { leastUseDays } from '../grant-use/grant-use.js';
import { explain } from '../messages.js';
import { QueueMigration } from '../queue/queue-migration.js';
import { ownerOnlyTable, referenceTable, session } from '../row-level-security/row-level-security.js';

/** The session's variables as SQL functions, and the mark of the loaded demo data. It comes before a member's own. */
export class TenancyMigration extends Migration {
  override up(): void {
    this.addSql(`create function app_organization() returns uuid language sql stable
      return nullif(current_setting('app.organization', true), '')::uuid`);
    this.addSql(`create function app_volunteer() returns uuid language sql stable
      return nullif(current_setting('app.volunteer', true), '')::uuid`);
    this.addSql(`create function app_grants() returns jsonb language sql stable
      return nullif(current_setting('app.grants', true), '')::jsonb`);
    this.addSql(`create table demo_load (scale integer not null, loaded_at timestamptz not null default now())`);
    for (const statement of ownerOnlyTable('demo_load')) this.addSql(statement);
    for (const statement of ownerOnlyTable('mikro_orm_migrations')) this.addSql(statement);
  }
}

/**
 * What day it is for people: `day_in` in a zone at an instant, as `dayIn` of the kernel says it, and `app_today` now in the
 * zone of the member, which each of its process's connections has as `app.time_zone`.
 */
export class DaysMigration extends Migration {
  override up(): void {
    this.addSql(`create function day_in(zone text, instant timestamptz) returns date language sql immutable
      return (instant at time zone zone)::date`);
    this.addSql(`create function app_today() returns date language sql stable
      return day_in(coalesce(nullif(current_setting('app.time_zone', true), ''), 'UTC'), now())`);
    // The names that PostgreSQL and the processes read alike; others mean something else in each, such as +04:00.
    this.addSql(`create function is_time_zone(zone text) returns boolean language plpgsql immutable as $$
      begin
        perform now() at time zone zone;
        return zone ~ '^(UTC|[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+)+)$';
      exception when invalid_parameter_value then return false;
      end $$`);
  }
}

/** The SQLSTATE with which the database refuses a new row about a person whose data was erased. */
const erasedPersonState = defineRefusal('BE001', explain('person-erased'));

/**
 * What a member keeps of erasures: which orders it has carried out, and of whom only the digest of an id. Comes after
 * {@link TenancyMigration} and before a member's own.
 *
 * A digest without a key is enough here: an id has 74 random bits, so nobody finds it by trying. Anyone may read the
 * table, as triggers have to: digests and encrypted orders say nothing without the id or the key.
 */
export class ErasureMigration extends Migration {
  override up(): void {
    this.addSql(`create function app_about() returns uuid language sql stable
      return nullif(current_setting('app.about', true), '')::uuid`);
    this.addSql(`create function app_erased() returns uuid language sql stable
      return nullif(current_setting('app.erased', true), '')::uuid`);
    this.addSql(`create function person_digest(person uuid) returns bytea language sql immutable
      return sha256(uuid_send(person))`);
    this.addSql(`create table erasure (
      order_id uuid primary key,
      number integer not null check (number > 0),
      person bytea not null,
      sealed_order text,
      outcome jsonb not null,
      applied_at timestamptz not null default clock_timestamp()
    )`);
    this.addSql(`create index on erasure (person)`);
    this.addSql(`create index on erasure (number)`);
    const own = `person = person_digest(${session.erased})`;
    for (const statement of [
      ...referenceTable('erasure'),
      `create policy erasure_insert on erasure for insert with check (${own})`,
      `create policy erasure_update on erasure for update using (${own}) with check (${own})`,
    ]) {
      this.addSql(statement);
    }
    const refusal = `raise exception 'This person’s data was erased; nothing new is written about them.'
      using errcode = '${erasedPersonState}'`;
    this.addSql(`create function refuse_erased_people() returns trigger language plpgsql as $$
      declare
        found_one boolean;
      begin
        if not exists (select from erasure) then return null; end if;
        execute format('select exists (select from erasure join added on person = person_digest(added.%I))', tg_argv[0])
          into found_one;
        if found_one then ${refusal}; end if;
        return null;
      end $$`);
    this.addSql(`create function refuse_erased_person() returns trigger language plpgsql as $$
      begin
        if exists (select from erasure where person = person_digest((to_jsonb(new) ->> tg_argv[0])::uuid)) then
          ${refusal};
        end if;
        return new;
      end $$`);
  }
}

/** Calls the order that a member keeps what it is. */
export class EncryptedOrderMigration extends Migration {
  override up(): void {
    this.addSql('alter table erasure rename column sealed_order to encrypted_order');
  }
}

/**
 * The keys of mutations that were carried out, with their answers, each sealed with its key. Nobody sees a row whose key
 * they do not have; whose time is over may be deleted by whoever comes. An erasure takes all answers, since what is in them
 * cannot be read.
 */
export class IdempotencyMigration extends Migration {
  override up(): void {
    this.addSql(`create function app_idempotency_key() returns text language sql stable
      return nullif(current_setting('app.idempotency_key', true), '')`);
    this.addSql(`create table idempotency_key (
      key text primary key,
      digest text not null,
      answer text,
      expires_at timestamptz not null
    )`);
    this.addSql(`create index on idempotency_key (expires_at)`);
    const own = `key = (select app_idempotency_key())`;
    const over = `expires_at < now()`;
    const erasing = `${session.erased} is not null`;
    for (const statement of [
      ...ownerOnlyTable('idempotency_key'),
      `create policy idempotency_key_read on idempotency_key for select using (${own} or ${over} or ${erasing})`,
      `create policy idempotency_key_insert on idempotency_key for insert with check (${own})`,
      `create policy idempotency_key_update on idempotency_key for update using (${own} or ${erasing})
         with check (${own} or (${erasing} and answer is null))`,
      `create policy idempotency_key_delete on idempotency_key for delete using (${over})`,
    ]) {
      this.addSql(statement);
    }
  }
}

/**
 * The heads of the registry's log that the member keeps, and those that contradict them: whoever runs the process adds some, and
 * changes or deletes none. They say nothing about people.
 */
export class LogHeadMigration extends Migration {
  override up(): void {
    this.addSql(`create table log_head (
      size bigint not null check (size > 0),
      root text not null,
      statement text not null,
      public_key jsonb not null,
      consistent boolean not null,
      countersignature text,
      kept_at timestamptz not null default clock_timestamp(),
      primary key (size, root)
    )`);
    for (const statement of referenceTable('log_head')) this.addSql(statement);
    this.addSql('create policy log_head_keep on log_head for insert with check (true)');
  }
}

/**
 * The grants that the member has used: each by the row of the registry's log that it names, once, with when and for which
 * request. They say nothing about people to whom that log is closed. Whoever runs the process adds some, and deletes old ones.
 *
 * Grants are opened by `open_grants` alone, which notes them first: in a session that does it otherwise they open nothing.
 */
export class GrantUseMigration extends Migration {
  override up(): void {
    this.addSql(`create table grant_use (
      log_id uuid primary key,
      request text not null,
      used_at timestamptz not null default clock_timestamp()
    )`);
    this.addSql('create index on grant_use (used_at)');
    for (const statement of referenceTable('grant_use')) this.addSql(statement);
    this.addSql('create policy grant_use_note on grant_use for insert with check (true)');
    this.addSql(`create policy grant_use_forget on grant_use for delete
      using (used_at < now() - interval '${leastUseDays} days')`);
    this.addSql(`create function open_grants(given text) returns text language sql volatile
      begin atomic
        insert into grant_use (log_id, request)
          select (one ->> 'log')::uuid, nullif(given, '')::jsonb ->> 'request'
            from jsonb_array_elements(nullif(given, '')::jsonb -> 'grants') one
           where nullif(given, '')::jsonb ->> 'request' is not null
          on conflict do nothing;
        select set_config('app.grants', coalesce((
          select jsonb_object_agg(one ->> 'person', one -> 'tenants')
            from jsonb_array_elements(nullif(given, '')::jsonb -> 'grants') one
        )::text, ''), true);
      end`);
  }
}

defineSetter('app.grants', 'open_grants');

/** A member's database: its own tables and history after those that every member has. */
export function defineDatabase(definition: DatabaseDefinition): DatabaseDefinition {
  return {
    ...definition,
    migrations: [
      TenancyMigration,
      ErasureMigration,
      EncryptedOrderMigration,
      IdempotencyMigration,
      DaysMigration,
      LogHeadMigration,
      GrantUseMigration,
      QueueMigration,
      ...definition.migrations,
    ],
  };
}

/**
 * Refuses a database in which row-level security could be gone round: the process's role must be a plain one that owns
 * no table, and every table must force row-level security.
 *
 * @throws Error naming the role or the tables
 */
export async function assertRowLevelSecurity(em: EntityManager): Promise<void> {
  const [role] = await em.execute<{ name: string; trusted: boolean; owns: boolean }[]>(
    `select rolname as name, (rolsuper or rolbypassrls) as trusted,
            exists (select from pg_class where relowner = pg_roles.oid and relkind in ('r', 'p')) as owns
       from pg_roles where rolname = current_user`,
  );
  if (!role || role.trusted || role.owns) {
    throw new Error(
      `The role ${role?.name ?? 'of DATABASE_URL'} may not serve: it must own no table and have neither SUPERUSER nor BYPASSRLS.`,
    );
  }
  const open = await em.execute<{ name: string }[]>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and not (relrowsecurity and relforcerowsecurity)`,
  );
  if (open.length > 0) {
    throw new Error(`Row-level security is not forced on: ${open.map((table) => table.name).join(', ')}.`);
  }
}
