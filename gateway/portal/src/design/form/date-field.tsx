import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import { inputLook } from './field.js';

interface DateFieldProps {
  readonly label: ReactNode;
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string;
  /** Gets `YYYY-MM-DD`, or empty while the three parts make no day. */
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** Of a birthday the browser may know the parts. */
  readonly isBirthday?: boolean;
}

/** A day that people know by heart, in three fields: quicker than a calendar, and the same in each language. */
export function DateField({ label, value, onChange, hint, error, isBirthday = false }: DateFieldProps) {
  const { t } = useLingui();
  const id = useId();
  const [year = '', month = '', day = ''] = value.split('-');
  const [parts, setParts] = useState({ day: trim(day), month: trim(month), year });
  const fields = [
    { key: 'day', text: t`Gün`, size: 'w-18', complete: 'bday-day' },
    { key: 'month', text: t`Ay`, size: 'w-18', complete: 'bday-month' },
    { key: 'year', text: t`İl`, size: 'w-24', complete: 'bday-year' },
  ] as const;
  const isInvalid = error != null && error !== '' && error !== false;
  return (
    <fieldset className="grid gap-1" aria-describedby={isInvalid ? `${id}-error` : undefined}>
      <legend className="font-semibold">{label}</legend>
      <span className="text-sm text-soft">{hint ?? <Trans>Məsələn, 28 5 2004</Trans>}</span>
      {isInvalid && (
        <span id={`${id}-error`} className="text-sm font-semibold text-danger">
          {error}
        </span>
      )}
      <div className="flex gap-3">
        {fields.map(({ key, text, size, complete }) => (
          <label key={key} className="grid gap-1 text-sm">
            {text}
            <input
              inputMode="numeric"
              maxLength={key === 'year' ? 4 : 2}
              autoComplete={isBirthday ? complete : 'off'}
              aria-invalid={isInvalid}
              value={parts[key]}
              onChange={(event) => {
                const next = { ...parts, [key]: event.target.value.replaceAll(/\D/g, '') };
                setParts(next);
                onChange(isoDay(next));
              }}
              className={`${inputLook} ${size}`}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const trim = (part: string) => part.replace(/^0/, '');

/** The day as ISO text; empty when there is no such day. */
function isoDay({ day, month, year }: { day: string; month: string; year: string }): string {
  if (year.length !== 4) return '';
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : '';
}
