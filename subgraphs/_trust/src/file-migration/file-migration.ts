import { Migration } from '@mikro-orm/migrations';
import { ownerOnlyTable, personTable, session } from '../row-level-security/row-level-security.js';

/** The kind of the jobs that delete bytes of which the row is gone. */
export const discardKind = 'discard file';

/**
 * The files about people, of a member that holds some. Whoever puts one announces it; the transfer, which knows one file by its
 * link, says once what became of its bytes; grants open it like all else about a person. With a row that goes, in whatever way, a job
 * is made that deletes its bytes.
 */
export class FileMigration extends Migration {
  override up(): void {
    this.addSql(`create function app_file() returns uuid language sql stable
      return nullif(current_setting('app.file', true), '')::uuid`);
    this.addSql(`create table file (
      id uuid primary key,
      organization_id uuid not null,
      volunteer_id uuid not null,
      kind text not null,
      subject_id uuid not null,
      name text not null check (length(name) between 1 and 200 and name !~ '[[:cntrl:]/\\\\]'),
      media_type text not null,
      bytes integer not null check (bytes > 0),
      state text not null check (state in ('awaited', 'stored', 'refused')),
      refusal text check (refusal in ('not_its_type', 'not_its_size')),
      sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
      storage_key uuid unique,
      put_by text not null,
      announced_at timestamptz not null,
      awaited_until timestamptz not null check (awaited_until > announced_at),
      settled_at timestamptz,
      check ((state = 'awaited') = (settled_at is null)),
      check ((state = 'refused') = (refusal is not null)),
      check ((state = 'stored') = (storage_key is not null) and (state = 'stored') = (sha256 is not null))
    )`);
    this.addSql('create index on file (volunteer_id, id desc)');
    this.addSql('create index on file (subject_id, kind)');
    this.addSql(`create index on file (announced_at) where state <> 'stored'`);
    this.addSql(`create function settle_file() returns trigger language plpgsql as $$
      begin
        if old.state <> 'awaited' or new.state = 'awaited'
           or (to_jsonb(new) - array['state', 'refusal', 'sha256', 'storage_key', 'settled_at'])
              <> (to_jsonb(old) - array['state', 'refusal', 'sha256', 'storage_key', 'settled_at']) then
          raise exception 'What became of a file is said once.' using errcode = 'check_violation';
        end if;
        return new;
      end $$`);
    this.addSql('create trigger file_settle before update on file for each row execute function settle_file()');
    this.addSql(`create function discard_file() returns trigger language plpgsql as $$
      begin
        insert into job (id, kind, key, payload, due_at)
        values (uuidv7(), '${discardKind}', old.storage_key::text,
                jsonb_build_object('key', old.storage_key, 'erased', encode(person_digest(app_erased()), 'hex')), app_now())
        on conflict do nothing;
        return null;
      end $$`);
    this.addSql(`create trigger file_discard after delete on file
      for each row when (old.storage_key is not null) execute function discard_file()`);
    const own = `volunteer_id = ${session.volunteer}`;
    const granted = `coalesce(${session.grants} -> volunteer_id::text ?| array['*', organization_id::text], false)`;
    const transferred = 'id = (select app_file())';
    const working = '(select app_working())';
    for (const statement of [
      ...ownerOnlyTable('file'),
      `create policy file_read on file for select using (${own} or ${granted} or ${transferred} or ${working})`,
      `create policy file_announce on file for insert with check (${own} and state = 'awaited')`,
      `create policy file_settle on file for update using (${transferred}) with check (${transferred})`,
      `create policy file_remove on file for delete using (${own} or ${working})`,
      ...personTable({ name: 'file' }),
      `create policy job_discarded on job for select using (kind = '${discardKind}'
         and payload ->> 'erased' = (select encode(person_digest(app_erased()), 'hex')))`,
    ]) {
      this.addSql(statement);
    }
  }
}
