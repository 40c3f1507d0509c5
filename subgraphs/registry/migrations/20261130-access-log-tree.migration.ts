import { ownerOnlyTable, referenceTable } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** The rows of the log as one Merkle tree with signed heads, in the place of a chain for each organisation. */
export class Migration20261130_access_log_tree extends Migration {
  override up(): void {
    this.addSql('drop function chain_access_log');
    this.addSql('drop table access_log_head, access_log_chain_row, access_log_chain');
    this.addSql('alter trigger access_log_await_chaining on access_log rename to access_log_await_entry');
    this.addSql('alter function await_chaining rename to await_entry');
    // The reader is an organisation; nobody's organisation stands for what people read for themselves.
    // A row of linkage has a slot in a bundle, and the hashes that lead from there to the bundle's root; others have neither.
    this.addSql(`create table access_log_leaf (
      log_id uuid primary key references access_log,
      index bigint not null check (index >= 0),
      slot integer check (slot between 0 and 1023),
      path bytea[] check (cardinality(path) = 10),
      reader uuid not null,
      number bigint not null check (number > 0),
      secret uuid not null,
      check ((slot is null) = (path is null)),
      unique nulls not distinct (index, slot),
      unique (reader, number)
    )`);
    this.addSql(`create table access_log_bundle (
      index bigint primary key check (index >= 0),
      due_at timestamptz not null unique
    )`);
    this.addSql(`create table access_log_bundle_pending (log_id uuid primary key)`);
    this.addSql(`create table access_log_node (
      level integer not null,
      position bigint not null,
      hash bytea not null check (length(hash) = 32),
      primary key (level, position)
    )`);
    this.addSql(`create table access_log_head (
      size bigint primary key check (size > 0),
      root bytea not null check (length(root) = 32),
      statement text not null
    )`);
    for (const statement of [
      ...ownerOnlyTable('access_log_leaf'),
      ...ownerOnlyTable('access_log_bundle'),
      ...ownerOnlyTable('access_log_bundle_pending'),
      // Whoever sees a row of the log sees where it stands and by which secret its digests are made.
      `create policy access_log_leaf_read on access_log_leaf for select
         using (exists (select from access_log where id = log_id))`,
      // Hashes say nothing about a row; heads are for everybody.
      ...referenceTable('access_log_node'),
      ...referenceTable('access_log_head'),
    ]) {
      this.addSql(statement);
    }
    for (const table of ['access_log_leaf', 'access_log_bundle', 'access_log_node', 'access_log_head']) {
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`);
    }
    this.addSql('insert into access_log_pending select id from access_log on conflict do nothing');
  }
}
