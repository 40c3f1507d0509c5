import { tenantTable } from '@birlik/trust/row-level-security';
import { sourceColumns } from '@birlik/trust/source-column';
import { Migration } from '@mikro-orm/migrations';

/** Who spoke at a meeting and about what; a contingent may have no limit; every row says where it is stated. */
export class Migration20261130_meeting_agenda extends Migration {
  override up(): void {
    this.addSql(`alter table contingent alter column capacity drop not null`);
    this.addSql(`alter table recruitment_meeting add column delegation jsonb check (delegation ? 'az')`);
    this.addSql(`create unique index on recruitment_meeting (id, organization_id)`);

    this.addSql(`create table meeting_speaker (
      id uuid primary key,
      organization_id uuid not null,
      meeting_id uuid not null,
      position integer not null check (position >= 0),
      name text not null check (name <> ''),
      office jsonb not null check (office ? 'az'),
      speaks_for_organization_id uuid not null,
      unique (meeting_id, position),
      foreign key (meeting_id, organization_id) references recruitment_meeting (id, organization_id)
    )`);

    this.addSql(`create table meeting_item (
      id uuid primary key,
      organization_id uuid not null,
      meeting_id uuid not null,
      position integer not null check (position >= 0),
      kind text not null check (kind in ('talk', 'video', 'questions')),
      title jsonb not null check (title ? 'az'),
      speaker_ids uuid[] not null,
      unique (meeting_id, position),
      foreign key (meeting_id, organization_id) references recruitment_meeting (id, organization_id)
    )`);

    for (const statement of [
      ...tenantTable({ name: 'meeting_speaker', readers: 'everyone' }),
      ...tenantTable({ name: 'meeting_item', readers: 'everyone' }),
      ...sourceColumns('faculty', 'programme', 'contingent', 'recruitment_meeting', 'meeting_speaker', 'meeting_item'),
    ]) {
      this.addSql(statement);
    }
  }
}
