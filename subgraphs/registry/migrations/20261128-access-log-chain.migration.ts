import { ownerOnlyTable, session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

/** The fields of a row that its hash covers, by their names in an export; an order of its own is not needed. */
const record = {
  id: 'entry.id',
  decidedAt: `to_char(entry.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  volunteer: 'entry.volunteer_id',
  viewer: 'entry.viewer',
  bySelf: 'entry.by_self',
  organization: 'entry.organization_id',
  previewedOrganization: 'entry.previewed_organization_id',
  category: 'entry.category',
  basis: 'entry.basis',
  refusal: 'entry.refusal',
  consent: 'entry.consent_id',
  purpose: 'entry.purpose',
  fields: 'entry.fields',
  operation: 'entry.operation',
  operationId: 'entry.operation_id',
  request: 'entry.request',
};

/** The rows of the log as a chain of hashes for each reading organisation, with signed heads. */
export class Migration20261128_access_log_chain extends Migration {
  override up(): void {
    this.addTables();
    this.addRecord();
    this.addSealing();
  }

  private addTables(): void {
    // Without a reference, which would be checked for each row while a reader waits; rows are never taken out of the log.
    this.addSql(`create table access_log_pending (log_id uuid primary key)`);
    // A chain is an organisation's; the one of nobody's organisation holds what people read for themselves.
    this.addSql(`create table access_log_chain (
      chain uuid primary key,
      sequence bigint not null,
      hash bytea not null,
      signed_sequence bigint not null default 0
    )`);
    this.addSql(`create index on access_log_chain (chain) where sequence > signed_sequence`);
    this.addSql(`create table access_log_seal (
      chain uuid not null,
      sequence bigint not null check (sequence > 0),
      log_id uuid not null unique references access_log,
      hash bytea not null check (length(hash) = 32),
      primary key (chain, sequence)
    )`);
    this.addSql(`create table access_log_head (
      chain uuid not null,
      sequence bigint not null,
      statement text not null,
      primary key (chain, sequence),
      foreign key (chain, sequence) references access_log_seal
    )`);
    for (const table of ['access_log_pending', 'access_log_chain', 'access_log_seal', 'access_log_head']) {
      for (const statement of ownerOnlyTable(table)) this.addSql(statement);
    }
    for (const table of ['access_log_seal', 'access_log_head']) {
      this.addSql(`create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`);
    }
    this.addSql(
      `create policy access_log_head_read on access_log_head for select using (chain = ${session.organization})`,
    );
    this.addSql(`create function await_seal() returns trigger language plpgsql as
      $$ begin insert into access_log_pending select id from entered; return null; end $$`);
    this.addSql(`create trigger access_log_await_seal after insert on access_log
      referencing new table as entered for each statement execute function await_seal()`);
    this.addSql(`insert into access_log_pending select id from access_log`);
  }

  /** The JSON of a row as RFC 8785 writes it: names in order, no spaces; there are no numbers in it. */
  private addRecord(): void {
    const members = Object.entries(record).map(([name, value]) => `('${name}', to_json(${value})::text)`);
    this.addSql(`create function access_log_record(entry access_log) returns text language sql stable
      begin atomic
        select '{' || string_agg('"' || name || '":' || coalesce(value, 'null'), ',' order by name collate "C") || '}'
          from (values ${members.join(', ')}) as member (name, value);
      end`);
  }

  /**
   * Takes rows that wait, gives each the next number of its chain, and its hash: SHA-256 over the hash before it and the
   * row. It answers the ends of chains that nobody signed yet. No row leaves the database for it, and one at a time does
   * it.
   */
  private addSealing(): void {
    this.addSql(`create function seal_access_log(most integer) returns table (chain uuid, sequence bigint, hash text)
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
    #variable_conflict use_column
    declare
      waiting record;
      tip access_log_chain;
    begin
      perform pg_advisory_xact_lock('access_log_seal'::regclass::oid::integer, 0);
      for waiting in
        with taken as (
          delete from access_log_pending where log_id in (select log_id from access_log_pending limit most)
          returning log_id
        )
        select coalesce(entry.organization_id, '00000000-0000-0000-0000-000000000000') as chain,
               entry.id, access_log_record(entry) as record
          from access_log entry join taken on taken.log_id = entry.id
         order by 1, entry.decided_at, entry.id
      loop
        if tip.chain is distinct from waiting.chain then
          update access_log_chain c set sequence = tip.sequence, hash = tip.hash where c.chain = tip.chain;
          insert into access_log_chain as c (chain, sequence, hash)
            values (waiting.chain, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
          select * into tip from access_log_chain c where c.chain = waiting.chain;
        end if;
        tip.sequence := tip.sequence + 1;
        tip.hash := sha256(tip.hash || convert_to(waiting.record, 'UTF8'));
        insert into access_log_seal (chain, sequence, log_id, hash)
          values (tip.chain, tip.sequence, waiting.id, tip.hash);
      end loop;
      update access_log_chain c set sequence = tip.sequence, hash = tip.hash where c.chain = tip.chain;
      return query select c.chain, c.sequence, encode(c.hash, 'hex') from access_log_chain c
        where c.sequence > c.signed_sequence order by c.chain;
    end $$`);
    this.addSql(`create function enter_access_log_head(of_chain uuid, at_sequence bigint, signed text) returns void
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
    begin
      insert into access_log_head (chain, sequence, statement) values (of_chain, at_sequence, signed)
        on conflict do nothing;
      update access_log_chain set signed_sequence = at_sequence
       where chain = of_chain and signed_sequence < at_sequence;
    end $$`);
    this.addSql(`revoke all on function seal_access_log, enter_access_log_head from public`);
  }
}
