import { Trans } from '@lingui/react/macro';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Select } from '../../../design/form/select.js';
import { timeZoneOptions } from '../time-zones.js';

/** When it is quiet, as wall-clock times of a zone. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
  readonly timeZone: string;
}

interface QuietHoursFieldsProps {
  /** Null for never. */
  readonly value: QuietHours | null;
  readonly onChange: (value: QuietHours | null) => void;
}

/** Whether there are hours in which nothing goes out, and which. */
export function QuietHoursFields({ value, onChange }: QuietHoursFieldsProps) {
  return (
    <fieldset className="grid gap-3">
      <legend className="font-semibold">
        <Trans>Sakit saatlar</Trans>
      </legend>
      <Checkbox isSelected={value !== null} onChange={(isSelected) => onChange(isSelected ? usualNight() : null)}>
        <Trans>Bu saatlarda heç nə göndərilməsin, sonra gəlsin</Trans>
      </Checkbox>
      {value !== null && (
        <div className="grid gap-4 sm:grid-cols-3">
          <Select
            label={<Trans>Başlayır</Trans>}
            value={value.from}
            onChange={(from) => onChange({ ...value, from })}
            options={times(value.from)}
          />
          <Select
            label={<Trans>Bitir</Trans>}
            value={value.until}
            onChange={(until) => onChange({ ...value, until })}
            options={times(value.until)}
          />
          <Select
            label={<Trans>Saat qurşağı</Trans>}
            value={value.timeZone}
            onChange={(timeZone) => onChange({ ...value, timeZone })}
            options={timeZoneOptions(value.timeZone)}
          />
        </div>
      )}
    </fieldset>
  );
}

function usualNight(): QuietHours {
  return { from: '22:00', until: '08:00', timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** Each half hour, and the one that was stated. */
function times(stated: string) {
  const halfHours = Array.from({ length: 48 }, (_, index) => {
    const hour = String(Math.floor(index / 2)).padStart(2, '0');
    return `${hour}:${index % 2 === 0 ? '00' : '30'}`;
  });
  return [...new Set([...halfHours, stated])].toSorted().map((value) => ({ value, text: value }));
}
