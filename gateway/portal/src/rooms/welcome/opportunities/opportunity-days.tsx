import { Trans } from '@lingui/react/macro';
import { formatDay } from '../../../language/format.js';

/** From when to when, or since when. */
export function OpportunityDays({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }) {
  const start = formatDay(startsOn);
  if (endsOn === null) {
    return startsOn > new Date().toISOString().slice(0, 10) ? (
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
