import { ownerOnlyTable, personTable, session, tenantTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const office = '(select linkage_office())';

/** All that a row of the log may rest on: grants, and what linkage and its office do. */
const bases = ['self', 'owner', 'consent', 'mandate', 'relation', 'retention', 'emergency']
  .concat(['linked', 'in_review', 'compared', 'office_review'])
  .map((basis) => `'${basis}'`)
  .join(', ');

/**
 * Submissions wait to be resolved, and what becomes of them is told to the people and the office alone; whether a pair is
 * an open question is kept with it, so that a page of questions is read from an index.
 */
export class Migration20261130_silent_linkage extends Migration {
  override up(): void {
    this.addSubmissions();
    this.addQuestions();
    this.addDisclosures();
    this.addLog();
  }

  private addSubmissions(): void {
    // Null in versions that did not come through the graph.
    this.addSql(`alter table source_record
      add column purpose text,
      add column operation_id uuid,
      add column request text,
      add constraint source_record_id_key unique (id)`);
    this.addSql(`create table unresolved_submission (
      id uuid primary key references source_record (id),
      record_id uuid not null references register_record,
      organization_id uuid not null references organization,
      texts text[] not null check (cardinality(texts) = 6),
      keys bigint[] not null,
      national_number_hashes text[] not null
    )`);
    this.addSql(`create index on unresolved_submission (record_id)`);
    this.addSql(`create table submission_count (
      organization_id uuid not null references organization,
      day date not null,
      taken integer not null check (taken > 0),
      primary key (organization_id, day)
    )`);
    for (const statement of [
      ...tenantTable({ name: 'submission_count', readers: 'tenant' }),
      ...ownerOnlyTable('unresolved_submission'),
      `create policy unresolved_submission_insert on unresolved_submission for insert
        with check (organization_id = ${session.organization})`,
      `create policy unresolved_submission_office on unresolved_submission for select using (${office})`,
      `create policy unresolved_submission_resolve on unresolved_submission for delete using (${office})`,
      ...personTable({
        name: 'unresolved_submission',
        person: 'person_id',
        through: { table: 'person_link', column: 'record_id', key: 'record_id' },
      }),
    ]) {
      this.addSql(statement);
    }
    this.addComparableRecords();
  }

  /**
   * How linkage compares records stands apart from what organisations submit, so that who submits a record waits for nobody who
   * compares it, however near it came to however many.
   */
  private addComparableRecords(): void {
    this.addSql(`create table comparable_record (
      id uuid primary key references register_record,
      texts text[] not null check (cardinality(texts) = 6),
      keys bigint[] not null,
      national_number_hashes text[] not null
    )`);
    this.addSql(`insert into comparable_record (id, texts, keys, national_number_hashes)
      select id, texts, keys, national_number_hashes from register_record`);
    this.addSql(`drop view linkage_record`);
    this.addSql(`alter table register_record drop column texts, drop column keys, drop column national_number_hashes`);
    // Without the list of pending entries, which the next reader would have to search from end to end.
    this.addSql(`create index comparable_record_keys on comparable_record using gin (keys) with (fastupdate = off)`);
    this.addSql(`create index comparable_record_name on comparable_record ((texts[1]), (texts[2]))`);
    for (const statement of [
      ...ownerOnlyTable('comparable_record'),
      `create policy comparable_record_office on comparable_record using (${office}) with check (${office})`,
      ...personTable({
        name: 'comparable_record',
        person: 'person_id',
        through: { table: 'person_link', column: 'id', key: 'record_id' },
      }),
    ]) {
      this.addSql(statement);
    }
  }

  private addQuestions(): void {
    this.addSql(`alter table linkage_pair
      add column is_open boolean not null default false,
      add column is_unsure boolean not null default false`);
    this.addSql(`update linkage_pair set is_open = true, is_unsure = review.is_unsure
      from linkage_review review where review.id = linkage_pair.id`);
    // Nobody is told any more whose record raised a question.
    this.addSql(`drop view submitted_record`);
    this.addSql(`drop function is_in_review`);
    this.addSql(`drop view linkage_review`);
    this.addSql(`drop index linkage_pair_weight_id_idx`);
    this.addSql(`alter table linkage_pair drop column raised_by`);
    this.addSql(`create index linkage_pair_open on linkage_pair (is_unsure, (-weight), id) where is_open`);
    this.addSql(
      `create function close_linkage_questions() returns trigger language plpgsql as $$ begin return null; end $$`,
    );
    this.addSql(`revoke all on function close_linkage_questions from public`);
    this.addSql(`create trigger person_link_close_questions after delete on person_link
      referencing old table as gone for each statement execute function close_linkage_questions()`);
  }

  /** What a person told an organisation: that a record of its register is theirs. */
  private addDisclosures(): void {
    this.addSql(`create table record_disclosure (
      id uuid primary key default uuidv7(),
      record_id uuid not null references register_record,
      volunteer_id uuid not null,
      disclosed_at timestamptz not null default now(),
      unique (record_id, volunteer_id)
    )`);
    this.addSql(`create index on record_disclosure (volunteer_id)`);
    for (const statement of [
      ...ownerOnlyTable('record_disclosure'),
      `create policy record_disclosure_read on record_disclosure for select using (volunteer_id = ${session.volunteer})`,
      ...personTable({ name: 'record_disclosure' }),
    ]) {
      this.addSql(statement);
    }
  }

  private addLog(): void {
    this.addSql(`alter table access_log
      add column submitted_by_organization_id uuid,
      add column reference_id uuid,
      drop constraint access_log_basis_check,
      add constraint access_log_basis_check check (basis in (${bases})) not valid`);
    this.addSql(`create index access_log_reference on access_log (reference_id, volunteer_id)
      where reference_id is not null`);
  }
}
