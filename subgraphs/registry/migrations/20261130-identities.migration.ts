import { ownerOnlyTable, personTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const office = '(select registry_office())';
const own = `volunteer_id = ${session.volunteer}`;

/**
 * Who somebody is: which identity providers the office admits, which of their claims count, and whom it has bound. The texts
 * of the functions stand in `database/functions`.
 */
export class Migration20261130_identities extends Migration {
  override up(): void {
    this.addSql(`create table issuer (
      issuer text primary key check (issuer <> ''),
      claims text[] not null check (claims <@ '{volunteer,organization,roles}'),
      any_organization boolean not null default false,
      admitted_at timestamptz not null default clock_timestamp(),
      withdrawn_at timestamptz
    )`);
    this.addSql(`create table identity_binding (
      id uuid primary key,
      volunteer_id uuid not null references volunteer,
      issuer text not null references issuer,
      subject text not null check (subject <> ''),
      bound_at timestamptz not null,
      bound_by text not null,
      ended_at timestamptz,
      ended_by text,
      check ((ended_at is null) = (ended_by is null))
    )`);
    this.addSql(`create unique index identity_bound_once on identity_binding (issuer, subject) where ended_at is null`);
    this.addSql(`create index on identity_binding (issuer, subject)`);
    this.addSql(`create index on identity_binding (volunteer_id)`);
    for (const statement of [
      ...ownerOnlyTable('issuer'),
      `create policy issuer_office on issuer using (${office}) with check (${office})`,
      ...ownerOnlyTable('identity_binding'),
      `create policy identity_binding_read on identity_binding for select using (${own} or ${office})`,
      `create policy identity_binding_insert on identity_binding for insert with check (${office})`,
      `create policy identity_binding_end on identity_binding for update
         using (${own} or ${office}) with check (${own} or ${office})`,
      ...personTable({ name: 'identity_binding' }),
    ]) {
      this.addSql(statement);
    }
    this.bindThoseWhoAct();
    this.addSql(`alter table organization_event drop constraint organization_event_kind_check`);
    // Events that are there keep their kind: the history is append-only.
    this.addSql(`alter table organization_event add constraint organization_event_kind_check check (kind in (
      'registered', 'accredited', 'suspended', 'reinstated', 'contact-changed', 'representation-changed',
      'time-zone-changed', 'key-added', 'key-retired', 'officer-appointed', 'officer-dismissed', 'client-registered',
      'client-revoked', 'issuer-admitted', 'issuer-changed', 'issuer-withdrawn')) not valid`);
    // The other functions name it, so it has to be there before them.
    this.addSql(`create function may_represent(organization uuid, subject text, client text, roles text[])
      returns boolean language sql stable return false`);
  }

  /**
   * An appointment is of a subject of one issuer. Where it is not known which one, an ended appointment counts for all, and
   * one that lasts for none.
   */
  private bindThoseWhoAct(): void {
    for (const table of ['officer', 'system_client']) {
      this.addSql(`alter table ${table} add column issuer text`);
      this.addSql(`update ${table} set issuer = o.issuer from organization o where o.id = organization_id`);
    }
    this.addSql(`drop index officer_appointed_once`);
    this.addSql(`create unique index officer_appointed_once on officer (organization_id, issuer, subject)
      where dismissed_at is null`);
    this.addSql(`drop index system_client_registered_once`);
    this.addSql(`create unique index system_client_registered_once on system_client (organization_id, issuer, client)
      where revoked_at is null`);
  }
}
