import type { ReactNode } from 'react';
import type { Tone } from '../states/notice.js';

const looks: Readonly<Record<Tone, string>> = {
  neutral: 'bg-sunken text-ink',
  info: 'bg-accent-soft text-accent',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
  success: 'bg-success-soft text-success',
};

/** A state in a word; the word says it, the colour repeats it. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`inline-block rounded-md px-2 py-0.5 text-sm font-medium ${looks[tone]}`}>{children}</span>;
}
