import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261128_personal_data extends Migration {
  override up(): void {
    this.addSql(`create table erasure_request (
      id uuid primary key,
      number integer not null unique check (number > 0),
      volunteer_id uuid not null unique,
      requested_at timestamptz not null,
      deadline timestamptz not null check (deadline > requested_at),
      tables jsonb not null default '[]',
      completed_at timestamptz
    )`);
    this.addSql(`create index on erasure_request (number) where completed_at is null`);
    this.addSql(`create table erasure_outcome (
      request_id uuid not null references erasure_request,
      member text not null,
      attempts integer not null default 0 check (attempts >= 0),
      last_attempt_at timestamptz,
      acknowledged_at timestamptz,
      kept_until date,
      tables jsonb not null default '[]',
      receipt text,
      primary key (request_id, member),
      check (acknowledged_at is null or receipt is not null)
    )`);
    this.addSql(`create index on erasure_outcome (member) where acknowledged_at is not null`);
    // Who is erased is nobody any more: their own token opens nothing.
    this.addSql(`create function app_unerased(person uuid) returns uuid language sql stable
      return case when exists (select from erasure where erasure.person = person_digest($1)) then null else $1 end`);

    // What the person may not see yet in the log (see the reading of it), an export does not tell either.
    const disclosed = `by_self or decided_at <= now() - coalesce(
      (select make_interval(days => p.disclosure_delay_days) from purpose p where p.code = access_log.purpose),
      interval '0')`;
    // The policies below look up a person's records by all links, ended ones too, in every statement on records.
    this.addSql(`drop index person_link_person_id_idx`);
    this.addSql(`create index on person_link (person_id)`);

    const office = '(select registry_office())';
    const own = `volunteer_id = ${session.volunteer}`;
    for (const statement of [
      ...ownerOnlyTable('erasure_request'),
      `create policy erasure_request_read on erasure_request for select using (${own} or ${office})`,
      `create policy erasure_request_ask on erasure_request for insert with check (volunteer_id = ${session.erased})`,
      `create policy erasure_request_complete on erasure_request for update using (${office}) with check (${office})`,
      ...ownerOnlyTable('erasure_outcome'),
      `create policy erasure_outcome_read on erasure_outcome for select
         using (${office} or exists (select from erasure_request r where r.id = request_id and r.${own}))`,
      `create policy erasure_outcome_insert on erasure_outcome for insert with check (${office})`,
      `create policy erasure_outcome_update on erasure_outcome for update using (${office}) with check (${office})`,
      ...personTable({ name: 'volunteer', person: 'id' }),
      ...personTable({ name: 'affiliation' }),
      ...personTable({ name: 'consent' }),
      ...personTable({ name: 'access_log', refusesErased: false, shown: disclosed }),
      ...personTable({ name: 'inquiry' }),
      ...personTable({ name: 'consent_event' }),
      ...personTable({ name: 'consent_event', person: 'actor_volunteer_id' }),
      ...personTable({ name: 'consent_request' }),
      ...personTable({ name: 'guardianship', person: 'guardian_id' }),
      ...personTable({ name: 'guardianship', person: 'ward_id' }),
      // Linkage goes on about records whose values are gone; what it would need to find the person again is not there.
      ...personTable({ name: 'person_link', person: 'person_id', refusesErased: false }),
      ...personTable({ name: 'linkage_event', person: 'person_id', refusesErased: false }),
      `alter table source_record add column id uuid not null default uuidv7()`,
      ...personTable({
        name: 'source_record',
        person: 'person_id',
        through: { table: 'person_link', column: 'record_id', key: 'record_id' },
      }),
      ...personTable({
        name: 'register_record',
        person: 'person_id',
        through: { table: 'person_link', column: 'id', key: 'record_id' },
      }),
      ...personTable({ name: 'erasure_request' }),
    ]) {
      this.addSql(statement);
    }
  }
}
