/** `UTC`, or an area and a place as the tz database has them: PostgreSQL reads other names, such as `+04:00`, otherwise. */
const zoneName = /^(UTC|[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', {
      calendar: 'iso8601',
      numberingSystem: 'latn',
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** Whether a name is one of a time zone that this process and PostgreSQL read alike, such as `Asia/Baku`. */
export function isTimeZone(name: string): boolean {
  if (!zoneName.test(name)) return false;
  try {
    formatIn(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The time zone that people name, spelled as the tz database does; blanks around it and the size of its letters do not count.
 *
 * @returns null for a zone that there is not
 */
export function timeZoneNamed(text: string): string | null {
  const name = text.trim();
  if (isTimeZone(name)) return name;
  if (!/^[A-Za-z0-9_+/-]+$/.test(name)) return null;
  const wanted = name.toLowerCase();
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].find((zone) => zone.toLowerCase() === wanted) ?? null;
}

/**
 * The day that people in a time zone have at an instant, as `YYYY-MM-DD`. The database says the same by `day_in`.
 *
 * @throws RangeError for a zone that is none
 */
export function dayIn(timeZone: string, instant: Date): string {
  const parts = new Map(
    formatIn(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`;
}
