import { Migration } from '@mikro-orm/migrations';

/** The history of an organisation tells in which time zone it counts its days. */
export class Migration20261130_time_zone_change extends Migration {
  override up(): void {
    this.addSql(`alter table organization_event drop constraint organization_event_kind_check`);
    // Events that are there keep their kind: the history is append-only.
    this.addSql(`alter table organization_event add constraint organization_event_kind_check check (kind in (
      'registered', 'accredited', 'suspended', 'reinstated', 'contact-changed', 'representation-changed',
      'time-zone-changed', 'key-added', 'key-retired', 'officer-appointed', 'officer-dismissed', 'client-registered',
      'client-revoked')) not valid`);
  }
}
