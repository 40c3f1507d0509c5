import type { ReactNode } from 'react';

const tones = {
  neutral: 'border-line bg-sunken',
  info: 'border-accent bg-accent-soft',
  warning: 'border-warning bg-warning-soft',
  danger: 'border-danger bg-danger-soft',
  success: 'border-success bg-success-soft',
} as const;

export type Tone = keyof typeof tones;

/** What an owner, a member or the portal itself says about a part of a page. */
export function Notice(props: { tone: Tone; title: ReactNode; children?: ReactNode; role?: 'alert' | 'status' }) {
  return (
    <div role={props.role} className={`grid gap-2 rounded-lg border-l-4 p-4 ${tones[props.tone]}`}>
      <p className="font-semibold">{props.title}</p>
      {props.children !== undefined && <div className="grid justify-items-start gap-2">{props.children}</div>}
    </div>
  );
}
