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
  /** For whom the viewer decides in law, of those whom the operation is about; null where the registry did not say. */
  decidesFor: `(select nullif(current_setting('app.decides_for', true), ''))::uuid[]`,
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
 * The statements for a table of {@link personTable} whose rows are somebody else's too: an erasure takes the person's id out
 * of them, and they stay. `src/personal-data.ts` declares that the column is overwritten with null.
 */
export function sharedTable({ name, person = personColumn }: Pick<PersonTable, 'name' | 'person'>): string[] {
  const prefix = `${name}_${person}`;
  const erased = isAbout({ person }, session.erased);
  return [
    `alter table ${name} alter column ${person} drop not null`,
    `drop policy ${prefix}_overwrite on ${name}`,
    `create policy ${prefix}_overwrite on ${name} for update using (${erased}) with check (${erased} or ${person} is null)`,
    // PostgreSQL asks of a row that was changed whether it may still be seen.
    `create policy ${prefix}_left on ${name} for select using (${person} is null and ${session.erased} is not null)`,
  ];
}
