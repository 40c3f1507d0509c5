import { tenantTable } from '@birlik/trust/row-level-security';
import { sourceColumns } from '@birlik/trust/source-column';
import { Migration } from '@mikro-orm/migrations';

const codes = `check (array_to_string(theme_country_codes, ' ') ~ '^([A-Z]{2}( [A-Z]{2})*)?$')`;

/** What happened at a conference, who spoke and what was said; every row says where it is stated. */
export class Migration20261130_conference_speech extends Migration {
  override up(): void {
    this.addSql(`alter table conference add column platforms text[] not null default '{}'`);
    this.addSql(`alter table conference add column theme_country_codes text[] not null default '{}' ${codes}`);
    this.addSql(`alter table chair_term add column announced_at_id uuid references conference`);
    this.addSql(`alter table chair_term add column projects_told_at_id uuid references conference`);
    this.addSql(`create unique index on conference (id, organization_id)`);

    const part = `id uuid primary key,
      organization_id uuid not null,
      conference_id uuid not null,
      position integer not null check (position >= 0),
      unique (conference_id, position),
      foreign key (conference_id, organization_id) references conference (id, organization_id)`;
    this.addSql(`create table conference_session (
      ${part},
      kind text not null check (kind in ('plenary', 'discussion', 'experience')),
      title jsonb not null check (title ? 'az')
    )`);
    this.addSql(`create table conference_speaker (
      ${part},
      name text not null check (name <> ''),
      office jsonb not null check (office ? 'az'),
      speaks_for_organization_id uuid not null,
      topics jsonb not null default '[]' check (jsonb_typeof(topics) = 'array'),
      unique (id, conference_id)
    )`);
    this.addSql(`create table conference_statement (
      ${part},
      speaker_id uuid,
      text jsonb not null check (text ? 'az'),
      foreign key (speaker_id, conference_id) references conference_speaker (id, conference_id)
    )`);
    this.addSql(`create table conference_report (
      ${part},
      speaker_id uuid,
      title jsonb not null check (title ? 'az'),
      country_code text not null check (country_code ~ '^[A-Z]{2}$'),
      year integer not null check (year between 1900 and 2200),
      foreign key (speaker_id, conference_id) references conference_speaker (id, conference_id)
    )`);

    const added = ['conference_session', 'conference_speaker', 'conference_statement', 'conference_report'];
    for (const statement of [
      ...added.flatMap((name) => tenantTable({ name, readers: 'everyone' })),
      ...sourceColumns(
        'member_country',
        'chair_term',
        'chair_term_holder',
        'conference',
        'conference_contributor',
        'agreement',
        'joint_project',
        ...added,
      ),
    ]) {
      this.addSql(statement);
    }
  }
}
