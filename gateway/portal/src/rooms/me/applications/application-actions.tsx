import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { ActionState } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { ProblemSummary } from '../../../design/form/form.js';

interface ApplicationActionsProps {
  /** What was applied to. */
  readonly title: string;
  /** Whether it waits for the person’s own yes, who was a minor when they applied. */
  readonly isOwnYesAwaited: boolean;
  readonly isWithdrawable: boolean;
  /** What is lost for good when it is taken back; unset when nothing is. */
  readonly loss?: ReactNode;
  readonly state: ActionState;
  readonly onConfirm: () => void;
  /** Resolves to whether it was taken back. */
  readonly onWithdraw: () => Promise<boolean>;
}

/** What the person can do with an application: say yes to what they applied to as a minor, and take it back. */
export function ApplicationActions({ title, loss, state, ...props }: ApplicationActionsProps) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const withdraw = async () => {
    if (await props.onWithdraw()) setAsking(false);
  };
  if (!props.isOwnYesAwaited && !props.isWithdrawable) return null;
  return (
    <div className="grid gap-2">
      {!isAsking && <ProblemSummary state={state} />}
      {props.isOwnYesAwaited && (
        <p>
          <Trans>Müraciət edəndə yetkinlik yaşına çatmamışdınız. İndi özünüz təsdiqləyirsiniz.</Trans>
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {props.isOwnYesAwaited && (
          <Button isPending={state.running} onPress={props.onConfirm} aria-label={t`Təsdiqlə: ${title}`}>
            <Trans>Təsdiqlə</Trans>
          </Button>
        )}
        {props.isWithdrawable && (
          <Button
            variant="secondary"
            isPending={state.running}
            aria-label={t`Geri götür: ${title}`}
            onPress={() => (loss === undefined ? void withdraw() : setAsking(true))}
          >
            <Trans>Geri götür</Trans>
          </Button>
        )}
      </div>
      {isAsking && (
        <Dialog title={<Trans>Müraciəti geri götürmək</Trans>} isOpen onClose={() => setAsking(false)}>
          <ProblemSummary state={state} />
          <p className="font-semibold">{title}</p>
          <p>{loss}</p>
          <div className="flex flex-wrap gap-3">
            <Button variant="danger" isPending={state.running} onPress={() => void withdraw()}>
              <Trans>Geri götür</Trans>
            </Button>
            <Button variant="secondary" onPress={() => setAsking(false)}>
              <Trans>Qalsın</Trans>
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
