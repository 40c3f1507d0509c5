import { session } from '@birlik/trust/row-level-security';
import { Migration } from '@mikro-orm/migrations';

const bases = [
  'self',
  'guardian',
  'consent',
  'mandate',
  'owner',
  'retention',
  'emergency',
  'relation',
  'linked',
  'in_review',
  'compared',
  'office_review',
]
  .map((basis) => `'${basis}'`)
  .join(', ');

/** A guardian reads a ward's data by a right of its own, and a person is of age by the days of where they live. */
export class Migration20261130_guardians extends Migration {
  override up(): void {
    this.addSql(`alter table access_log drop constraint access_log_basis_check,
      add constraint access_log_basis_check check (basis in (${bases})) not valid`);
    this.addSql(`alter table volunteer add column time_zone text
      constraint volunteer_time_zone_check check (is_time_zone(time_zone))`);
    // Who reads by no purpose states whatever they like, so that it hides nothing; what a purpose delays is told to the ward alone.
    const byNoPurpose = `coalesce(basis in ('guardian', 'relation'), false)`;
    const delay = `(select p.disclosure_delay_days from purpose p where p.code = access_log.purpose)`;
    const mayBeShown = `by_self or ${byNoPurpose}
      or coalesce(refusal in ('NO_ORGANIZATION', 'NOT_ACCREDITED', 'ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE',
        'ROLE_NOT_ALLOWED', 'SAFEGUARDING_CASE_MISSING'), false)
      or decided_at <= now() - coalesce(make_interval(days => ${delay}), interval '0')`;
    const ward = `volunteer_id = any ((select app_wards())::uuid[])
      and (${byNoPurpose} or coalesce(${delay}, 0) = 0)`;
    this.addSql(`alter policy access_log_read on access_log
      using ((volunteer_id = ${session.volunteer} or ${ward}) and (${mayBeShown}))`);
    this.addSql(`alter policy access_log_volunteer_id_about on access_log
      using ((volunteer_id = ${session.about}) and (${mayBeShown}))`);
  }
}
