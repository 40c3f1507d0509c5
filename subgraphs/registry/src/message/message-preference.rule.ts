import type { Language } from '@birlik/messages/language';
import { messageChannels, messageKinds, type MessageChannel, type MessageKind } from './message.entity.js';

/** When a person wants to be told nothing: wall-clock times of a zone, as `HH:MM`; past midnight where the end is earlier. */
export interface QuietHours {
  readonly timeZone: string;
  readonly from: string;
  readonly until: string;
}

/** How a person wants to be told. */
export interface MessagePreference {
  readonly language: Language;
  /** By the kind of message, on which channels; the inbox has all of them. */
  readonly channels: Partial<Readonly<Record<MessageKind, readonly MessageChannel[]>>>;
  readonly quietHours: QuietHours | null;
}

/** Quiet hours of somebody who may have left out the time zone. */
export type StatedQuietHours = Omit<QuietHours, 'timeZone'> & { readonly timeZone?: string | null };

/** A preference before its time zone is looked up. */
export type StatedPreference = Omit<MessagePreference, 'quietHours'> & { readonly quietHours: StatedQuietHours | null };

/** How somebody is told who has said nothing. */
export const defaultPreference: MessagePreference = { language: 'az', channels: {}, quietHours: null };

/** Of what the inbox alone would be too late: whoever cannot open it has to hear of it. */
const alwaysByEmail: ReadonlySet<MessageKind> = new Set([messageKinds.RECOVERY_ASKED, messageKinds.ACCOUNT_RECOVERED]);

/** On which channels a person is told a kind of message: by e-mail, unless they said otherwise of one that may be left to the inbox. */
export function channelsFor({ channels }: MessagePreference, kind: MessageKind): readonly MessageChannel[] {
  const chosen = channels[kind] ?? [messageChannels.EMAIL];
  return alwaysByEmail.has(kind) ? [...new Set([messageChannels.EMAIL, ...chosen])] : chosen;
}

/** A preference as the graph shows it: a choice for each kind of message. */
export function choicesOf(preference: MessagePreference) {
  const choices = Object.values(messageKinds).map((kind) => ({ kind, channels: channelsFor(preference, kind) }));
  return { language: preference.language, choices, quietHours: preference.quietHours };
}

/** The preference that somebody states by choices; the later of two for one kind counts. */
export function preferenceOf(stated: {
  readonly language: Language;
  readonly choices: readonly { readonly kind: MessageKind; readonly channels: readonly MessageChannel[] }[];
  readonly quietHours?: StatedQuietHours | null;
}): StatedPreference {
  const channels = Object.fromEntries(stated.choices.map((choice) => [choice.kind, [...new Set(choice.channels)]]));
  return { language: stated.language, channels, quietHours: stated.quietHours ?? null };
}

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
/** Longer than any clock is put back, so that the end of the quiet hours is among the minutes that are looked at. */
const mostMinutes = dayMinutes + 180;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const formats = new Map<string, Intl.DateTimeFormat>();

function wallMinute(timeZone: string, instant: Date): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    formats.set(timeZone, format);
  }
  return minuteOf(format.format(instant));
}

/**
 * When the quiet hours end that an instant lies in; null for one that is not quiet.
 *
 * Minute by minute, since clocks are put forward and back: the end is the first minute that the wall clock does not call quiet.
 */
export function quietUntil(quiet: QuietHours | null, now: Date): Date | null {
  if (!quiet) return null;
  const from = minuteOf(quiet.from);
  const until = minuteOf(quiet.until);
  const isQuiet = (instant: Date) => {
    const minute = wallMinute(quiet.timeZone, instant);
    return from < until ? minute >= from && minute < until : minute >= from || minute < until;
  };
  if (!isQuiet(now)) return null;
  const start = Math.floor(now.getTime() / minuteMs);
  for (let minute = 1; minute <= mostMinutes; minute += 1) {
    const instant = new Date((start + minute) * minuteMs);
    if (!isQuiet(instant)) return instant;
  }
  return null;
}
