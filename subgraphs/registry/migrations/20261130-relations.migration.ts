import { Migration } from '@mikro-orm/migrations';

export class Migration20261130_relations extends Migration {
  override up(): void {
    this.addSql(`alter table access_log
      drop constraint access_log_basis_check,
      add constraint access_log_basis_check
        check (basis in ('self', 'owner', 'consent', 'mandate', 'retention', 'emergency', 'relation')) not valid,
      add column relation text,
      add constraint access_log_relation check ((basis is not distinct from 'relation') = (relation is not null)) not valid`);
    // The function is a file, which is applied after the migrations.
    this.addSql(`create function log_relations(uuid[], text[], uuid[], jsonb, uuid, text, text, text, text)
      returns table (question integer, log_id uuid) language sql as $$ select 1, null::uuid where false $$`);
    this.addSql(`revoke all on function log_relations from public`);
  }
}
