import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import { runStatement } from '@birlik/kernel/statement';
import { timeZoneNamed } from '@birlik/kernel/time-zone';
import type { RequestContext } from '@birlik/trust/context';
import { explain } from '../messages.js';
import { defaultPreference, type MessagePreference, type StatedPreference } from './message-preference.rule.js';

interface PreferenceRow {
  readonly language: MessagePreference['language'];
  readonly channels: MessagePreference['channels'];
  readonly time_zone: string;
  readonly quiet_from: string | null;
  readonly quiet_until: string | null;
}

/** How a person wants to be told, as far as the session may know it. */
export async function readPreference(em: RequestContext['em'], person: string): Promise<MessagePreference> {
  const [row] = await runStatement<PreferenceRow>(
    em,
    'select language, channels, time_zone, quiet_from, quiet_until from message_preference where volunteer_id = ?',
    [person],
  );
  if (!row) return defaultPreference;
  const { language, channels, time_zone: timeZone, quiet_from: from, quiet_until: until } = row;
  const quietHours =
    from === null || until === null ? null : { timeZone, from: from.slice(0, 5), until: until.slice(0, 5) };
  return { language, channels, quietHours };
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
