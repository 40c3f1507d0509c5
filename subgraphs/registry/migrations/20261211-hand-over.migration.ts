import { Migration } from '@mikro-orm/migrations';

const eventKinds = `('registered', 'accredited', 'suspended', 'reinstated', 'contact-changed', 'representation-changed',
  'time-zone-changed', 'key-added', 'key-retired', 'officer-appointed', 'officer-dismissed', 'client-registered',
  'client-revoked', 'issuer-admitted', 'issuer-changed', 'issuer-withdrawn', 'purpose-permitted', 'purpose-forbidden',
  'hand-over-named', 'hand-over-cancelled')`;

/** Appointments that begin and end at an instant that is said beforehand, so that one board hands over to another. */
export class Migration20261211_hand_over extends Migration {
  override up(): void {
    this.addSql(`alter table officer add column begins_at timestamptz, add column ends_at timestamptz`);
    // One who stays is appointed a second time, from the instant at which the first appointment ends.
    this.addSql(`drop index officer_appointed_once`);
    this.addSql(`create unique index officer_appointed_once on officer (organization_id, issuer, subject)
      where dismissed_at is null and ends_at is null`);
    this.addSql(`alter table organization_event drop constraint organization_event_kind_check,
      add constraint organization_event_kind_check check (kind in ${eventKinds}) not valid`);
  }
}
