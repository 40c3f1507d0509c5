import { personTable, tenantTable } from '../row-level-security/row-level-security.js';

/**
 * The statements for the table of a member's messages to people: written by an organisation, read by it and the person, and never
 * changed. The process alone notes, at `told_at`, that the registry has taken the notice of one.
 *
 * Declare the table in `src/personal-data.ts`.
 */
export function messageTable(): string[] {
  const working = '(select app_working())';
  return [
    `create table message (
      id uuid primary key,
      organization_id uuid not null,
      volunteer_id uuid not null,
      kind text not null,
      subject jsonb not null check (subject ? 'az'),
      body jsonb not null check (body ? 'az'),
      sent_at timestamptz not null,
      told_at timestamptz
    )`,
    'create index on message (volunteer_id, id)',
    'create index on message (id) where told_at is null',
    ...tenantTable({ name: 'message', readers: 'person' }),
    'drop policy message_update on message',
    'drop policy message_delete on message',
    `create policy message_notice on message for select using (${working})`,
    `create policy message_told on message for update using (${working}) with check (${working})`,
    ...personTable({ name: 'message' }),
    `create function refuse_other_message() returns trigger language plpgsql as
      $$ begin
        if (to_jsonb(new) - 'told_at') is distinct from (to_jsonb(old) - 'told_at') then
          raise exception 'What was written stays as it was written.';
        end if;
        return new;
      end $$`,
    `create trigger message_stays before update on message
      for each row execute function refuse_other_message()`,
  ];
}

/**
 * The statements for the table of the texts by which organisations write to people in place of a member's, the former ones too: one of
 * each name and language is in use.
 */
export function messageTemplateTable(): string[] {
  return [
    `create table message_template (
      id uuid primary key,
      organization_id uuid not null,
      name text not null,
      language text not null check (language in ('az', 'en', 'ru', 'tr')),
      subject text not null check (subject <> ''),
      body text not null check (body <> ''),
      written_by text not null,
      written_at timestamptz not null default clock_timestamp(),
      ended_at timestamptz
    )`,
    `create unique index on message_template (organization_id, name, language) where ended_at is null`,
    `create index on message_template (organization_id, id)`,
    ...tenantTable({ name: 'message_template', readers: 'tenant' }),
    'drop policy message_template_delete on message_template',
  ];
}
