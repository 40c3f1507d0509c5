import { ownerOnlyTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

export class Migration20261128_inquiries extends Migration {
  override up(): void {
    this.addSql(`create table inquiry (
      id uuid primary key,
      entry_id uuid not null references access_log,
      volunteer_id uuid not null,
      organization_id uuid not null references organization,
      kind text not null check (kind in ('question', 'objection')),
      category text not null,
      purpose text,
      read_at timestamptz not null,
      message text not null check (length(message) between 1 and 2000),
      raised_at timestamptz not null,
      due_at timestamptz not null check (due_at > raised_at),
      outcome text check (outcome in ('explained', 'stopped', 'rejected')),
      answer text check (length(answer) between 1 and 2000),
      answered_by text,
      answered_at timestamptz check (answered_at >= raised_at),
      unique (entry_id, kind),
      check (num_nulls(outcome, answer, answered_by, answered_at) in (0, 4))
    )`);
    this.addSql(`create index on inquiry (volunteer_id, id)`);
    this.addSql(`create index on inquiry (organization_id, due_at, id) where answered_at is null`);
    this.addSql(`create index on inquiry (organization_id, id)`);
    // What was asked stays as it was asked, and an answer stays as it was given.
    this.addSql(`create function refuse_other_words() returns trigger language plpgsql as
      $$ begin
        if old.answered_at is not null
          or (new.id, new.entry_id, new.volunteer_id, new.organization_id, new.kind, new.category, new.purpose,
              new.read_at, new.message, new.raised_at, new.due_at)
            is distinct from
             (old.id, old.entry_id, old.volunteer_id, old.organization_id, old.kind, old.category, old.purpose,
              old.read_at, old.message, old.raised_at, old.due_at)
        then raise exception 'An inquiry is answered once, and nothing else of it changes.';
        end if;
        return new;
      end $$`);
    this.addSql(`create trigger inquiry_is_answered_once before update on inquiry
      for each row execute function refuse_other_words()`);
    const own = `volunteer_id = ${session.volunteer}`;
    const addressed = `organization_id = ${session.organization}`;
    for (const statement of [
      ...ownerOnlyTable('inquiry'),
      `create policy inquiry_read on inquiry for select using (${own} or ${addressed})`,
      `create policy inquiry_raise on inquiry for insert with check (${own} and answered_at is null)`,
      `create policy inquiry_answer on inquiry for update using (${addressed}) with check (${addressed})`,
    ]) {
      this.addSql(statement);
    }
  }
}
