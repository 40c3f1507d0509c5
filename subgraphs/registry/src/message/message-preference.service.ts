import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import { timeZoneNamed } from '@birlik/kernel/time-zone';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../messages.js';
import { defaultPreference, type MessagePreference, type StatedPreference } from './message-preference.rule.js';

/** How a person wants to be told, as rows have it; all null for somebody who said nothing. */
export interface PreferenceRow {
  readonly language: MessagePreference['language'] | null;
  readonly channels: MessagePreference['channels'] | null;
  readonly timeZone: string | null;
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
}

/** The columns of {@link PreferenceRow}, in SQL on a row `p` of `message_preference`. */
export const preferenceColumns = `p.language, p.channels, p.time_zone as "timeZone",
  to_char(p.quiet_from, 'HH24:MI') as "quietFrom", to_char(p.quiet_until, 'HH24:MI') as "quietUntil"`;

/** What a row says; what is usual for somebody who said nothing. */
export function preferenceOf(row: PreferenceRow): MessagePreference {
  const { language, channels, timeZone, quietFrom: from, quietUntil: until } = row;
  if (language === null || channels === null || timeZone === null) return defaultPreference;
  const quietHours = from === null || until === null ? null : { timeZone, from, until };
  return { language, channels, quietHours };
}

/** How a person wants to be told, as far as the session may know it. */
export async function readPreference(em: RequestContext['em'], person: string): Promise<MessagePreference> {
  const [row] = await runStatement<PreferenceRow>(
    em,
    `select ${preferenceColumns} from message_preference p where volunteer_id = ?`,
    [person],
  );
  return row ? preferenceOf(row) : defaultPreference;
}

/**
 * Says how the viewer wants to be told from now on, in place of what they said before.
 *
 * @throws DomainError BAD_USER_INPUT for a time zone that there is not, or quiet hours that end when they begin
 */
export async function setPreference(context: RequestContext, preference: StatedPreference): Promise<MessagePreference> {
  const volunteerId = context.requireVolunteer();
  const { language, channels, quietHours } = preference;
  const timeZone = timeZoneNamed(quietHours?.timeZone ?? context.member.timeZone);
  if (timeZone === null) throw new DomainError('BAD_USER_INPUT', explain('no-such-time-zone'));
  if (quietHours && quietHours.from === quietHours.until) {
    throw new DomainError('BAD_USER_INPUT', explain('quiet-hours-empty'));
  }
  await runStatement(
    context.em,
    `insert into message_preference (id, volunteer_id, language, channels, time_zone, quiet_from, quiet_until)
     values (?, ?, ?, ?::jsonb, ?, ?::time, ?::time)
     on conflict (volunteer_id) do update
       set language = excluded.language, channels = excluded.channels, time_zone = excluded.time_zone,
           quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until`,
    [
      newId(),
      volunteerId,
      language,
      JSON.stringify(channels),
      timeZone,
      quietHours?.from ?? null,
      quietHours?.until ?? null,
    ],
  );
  return { language, channels, quietHours: quietHours && { ...quietHours, timeZone } };
}
