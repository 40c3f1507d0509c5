import { Migration } from '@mikro-orm/migrations';

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

const personColumn = 'volunteer_id';

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

/** The session's variables as SQL functions, and the mark of the loaded demo world. It comes before a member's own. */
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
