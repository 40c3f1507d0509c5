import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';

export const inputLook =
  'min-h-target w-full rounded-lg border border-line-strong bg-raised px-3 py-2 text-ink data-[invalid]:border-2 data-[invalid]:border-danger';

interface FieldProps {
  readonly label: ReactNode;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What to write, in a sentence below the label. */
  readonly hint?: ReactNode;
  /** Why it can't be taken as it is; null or unset when it can. */
  readonly error?: ReactNode;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'url' | 'number' | 'time';
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'tel';
  readonly isRequired?: boolean;
  readonly maxLength?: number;
  /** Several lines. */
  readonly lines?: number;
}

/** A field for text, with its label above, a hint, and its error between. */
export function Field({ label, hint, error, lines, autoComplete = 'off', ...props }: FieldProps) {
  const isInvalid = error != null && error !== '' && error !== false;
  return (
    <TextField
      {...props}
      autoComplete={autoComplete}
      isInvalid={isInvalid}
      validationBehavior="aria"
      className="grid gap-1"
    >
      <Label className="font-semibold">{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="text-sm text-soft">
          {hint}
        </Text>
      )}
      {isInvalid && <FieldError className="text-sm font-semibold text-danger">{error}</FieldError>}
      {lines === undefined ? <Input className={inputLook} /> : <TextArea rows={lines} className={inputLook} />}
    </TextField>
  );
}
