import { Migration } from '@mikro-orm/migrations';

/** The columns that name whoever made a row. */
const makers = [
  ['access_log', 'viewer'],
  ['clerical_decision', 'decided_by'],
  ['consent_request', 'asked_by'],
  ['guardianship', 'recorded_by'],
  ['identity_binding', 'bound_by'],
  ['linkage_event', 'actor'],
  ['mandate', 'given_by'],
  ['organization_event', 'actor'],
  ['safeguarding_case', 'opened_by'],
  ['source_record', 'submitted_by'],
] as const;

/** The columns that name whoever changed a row later. */
const changers = [
  ['clerical_decision', 'withdrawn_by'],
  ['emergency', 'closed_by'],
  ['guardianship', 'ended_by'],
  ['identity_binding', 'ended_by'],
  ['inquiry', 'answered_by'],
  ['mandate', 'revoked_by'],
  ['safeguarding_case', 'closed_by'],
] as const;

/** Whoever acts is a subject of an issuer: it is noted wherever the subject is. Of older rows it is not known. */
export class Migration20261130_actors extends Migration {
  override up(): void {
    // The text of the function stands in `database/functions`; the triggers need it to be there.
    this.addSql(`create function note_issuer() returns trigger language plpgsql as $$ begin return new; end $$`);
    for (const [table, column] of makers) {
      this.addSql(`alter table ${table} add column ${column}_issuer text default app_issuer()`);
    }
    for (const [table, column] of changers) {
      this.addSql(`alter table ${table} add column ${column}_issuer text`);
      this.addSql(`create trigger ${table}_${column}_issuer before update of ${column} on ${table}
        for each row execute function note_issuer('${column}')`);
    }
  }
}
