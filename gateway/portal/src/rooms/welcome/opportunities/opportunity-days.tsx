import { Trans } from '@lingui/react/macro';
import { dayIn } from '../../../language/day.js';
import { formatDay } from '../../../language/format.js';

interface OpportunityDaysProps {
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** Whose days they are: the zone of the organisation; null while nobody says it. */
  readonly timeZone: string | null;
}

/** From when to when, or since when. */
export function OpportunityDays({ startsOn, endsOn, timeZone }: OpportunityDaysProps) {
  const start = formatDay(startsOn);
  if (endsOn === null) {
    return startsOn > dayIn(timeZone) ? (
      <Trans>{start}, bitmə günü yoxdur</Trans>
    ) : (
      <Trans>Daim açıqdır, başlayıb: {start}</Trans>
    );
  }
  if (endsOn === startsOn) return start;
  const end = formatDay(endsOn);
  return (
    <>
      {start} – {end}
    </>
  );
}
