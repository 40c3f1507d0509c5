import { Migration } from '@mikro-orm/migrations';
import { erasedPersonState } from '../errors/errors.js';

/**
 * Who may read a table's rows.
 * - `everyone`: any caller; the table holds nothing personal.
 * - `tenant`: the organisation that owns the row.
 * - `person`: the owning organisation, the person that the row is about, and viewers with a grant for both.
 */
export type Readers = 'everyone' | 'tenant' | 'person';

export interface TenantTable {
  readonly name: string;
  readonly readers: Readers;
  /** The person that a row is about may write it too, for example to apply. @default false */
  readonly personWrites?: boolean;
}

/** The column with the id of the person that a row is about. */
export const personColumn = 'volunteer_id';

/**
 * The session's variables as policies name them: each in a subquery of its own, so that PostgreSQL reads and parses it
 * once a statement instead of once a row.
 */
export const session = {
  /** The organisation for which the viewer acts, or null. */
  organization: '(select app_organization())',
  /** The volunteer that the viewer is, or null. */
  volunteer: '(select app_volunteer())',
  /** By person the tenants whose rows are open, `*` for all; null without grants. */
  grants: '(select app_grants())',
  /** The person whose rows are exported or erased now, or null. */
  about: '(select app_about())',
  /** The person who is erased now, or null. */
  erased: '(select app_erased())',
};

/**
 * The statements that put a table with an `organization_id` under forced row-level security.
 *
 * Writing is for the row's own tenant. The owner role, which migrates and loads, gets a policy of its own, since forcing
 * binds the owner too.
 */
export function tenantTable({ name, readers, personWrites = false }: TenantTable): string[] {
  const tenant = `organization_id = ${session.organization}`;
  const person = `${personColumn} = ${session.volunteer}`;
  const granted = `coalesce(${session.grants} -> ${personColumn}::text ?| array['*', organization_id::text], false)`;
  const reads = {
    everyone: 'true',
    tenant,
    person: `${tenant} or ${person} or ${granted}`,
  }[readers];
  const writes = personWrites ? `${tenant} or ${person}` : tenant;
  return [
    ...ownerOnlyTable(name),
    `create policy ${name}_read on ${name} for select using (${reads})`,
    `create policy ${name}_insert on ${name} for insert with check (${writes})`,
    `create policy ${name}_update on ${name} for update using (${writes}) with check (${writes})`,
    `create policy ${name}_delete on ${name} for delete using (${tenant})`,
  ];
}

/** The statements that force row-level security on a table and let in the owner role alone. */
export function ownerOnlyTable(name: string): string[] {
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `create policy ${name}_owner on ${name} to current_user using (true) with check (true)`,
  ];
}

/** The statements for a table of reference data: anyone reads it, only the owner role writes it. */
export function referenceTable(name: string): string[] {
  return [...ownerOnlyTable(name), `create policy ${name}_read on ${name} for select using (true)`];
}

/** Where a table says whom its rows are about. */
export interface AboutPerson {
  /** The column with the person's id. @default 'volunteer_id' */
  readonly person?: string;
  /**
   * For rows that belong to another table's row: that table, which has the column `person`, and the column that names its
   * row by the column `key` of it.
   *
   * @default key 'id'
   */
  readonly through?: { readonly table: string; readonly column: string; readonly key?: string };
}

/** A table about people, as far as exports and erasures have to reach into it. */
export interface PersonTable extends AboutPerson {
  readonly name: string;
  /** False for a log, which still has to write about people who are erased. @default true */
  readonly refusesErased?: boolean;
  /** The condition under which a row is shown to the person at all. @default every row is */
  readonly shown?: string;
}

/** The condition that a row is about the person whom a variable of {@link session} names. */
export function isAbout({ person = personColumn, through }: AboutPerson, variable: string): string {
  if (!through) return `${person} = ${variable}`;
  const { table, column, key = 'id' } = through;
  return `${column} in (select ${key} from ${table} where ${person} = ${variable})`;
}

/**
 * The statements that let exports and erasures into a table, whoever's tenant a row is in, and that keep out new rows
 * about a person who is erased. `src/personal-data.ts` declares the same table.
 */
export function personTable(table: PersonTable): string[] {
  const { name, person = personColumn, through, refusesErased = true, shown = 'true' } = table;
  const prefix = `${name}_${through?.column ?? person}`;
  const erased = isAbout(table, session.erased);
  const refusals = [
    `create trigger ${prefix}_refuse_erased after insert on ${name} referencing new table as added
       for each statement execute function refuse_erased_people('${person}')`,
    `create trigger ${prefix}_refuse_change before update of ${person} on ${name}
       for each row when (new.${person} is distinct from old.${person})
       execute function refuse_erased_person('${person}')`,
  ];
  return [
    `create policy ${prefix}_about on ${name} for select using ((${isAbout(table, session.about)}) and (${shown}))`,
    `create policy ${prefix}_erase on ${name} for delete using (${erased})`,
    `create policy ${prefix}_overwrite on ${name} for update using (${erased}) with check (${erased})`,
    ...(refusesErased && !through ? refusals : []),
  ];
}

/**
 * What a member keeps of erasures: which orders it has carried out, and of whom only the digest of an id. Comes after
 * {@link TenancyMigration} and before a member's own.
 *
 * A digest without a key is enough here: an id has 74 random bits, so nobody finds it by trying. Anyone may read the
 * table, as triggers have to: digests and sealed orders say nothing without the id or the key.
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
