import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Lock } from '../base/icons.js';

/** What the person keeps to themself, and the way to ask. */
export function NotShared(props: { owner: ReactNode; action?: ReactNode }) {
  const { owner } = props;
  return (
    <div className="grid justify-items-start gap-3 rounded-lg bg-sunken p-4">
      <p className="flex items-center gap-2">
        <Lock />
        <Trans>Sizinlə paylaşılmayıb: {owner}</Trans>
      </p>
      {props.action}
    </div>
  );
}
