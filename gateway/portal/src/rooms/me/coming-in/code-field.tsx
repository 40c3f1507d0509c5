import type { ReactNode } from 'react';
import { Field } from '../../../design/form/field.js';

interface CodeFieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A code that was sent or handed out. */
export function CodeField(props: CodeFieldProps) {
  return <Field {...props} name="code" autoComplete="one-time-code" isRequired />;
}
