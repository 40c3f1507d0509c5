import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { GivePermission, type Permission } from './permission.js';

interface WithdrawnNoticeProps {
  readonly permissions: readonly Permission[];
  readonly ward: string | null;
  readonly onDone: () => void;
}

/** Says that a permission was taken back, and gives it again on the same terms when that was a slip. */
export function WithdrawnNotice({ permissions, ward, onDone }: WithdrawnNoticeProps) {
  const [give, state] = useAction(GivePermission);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [permissions]);
  const giveBack = async () => {
    for (const { category, purpose, expiresAt, recipient } of permissions) {
      const input = { category, purpose, expiresAt, recipientOrganizationId: recipient?.id };
      if ((await give({ input, ward })) === null) return;
    }
    onDone();
  };
  const name = permissions[0]?.recipient?.name;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice
        tone="success"
        role="status"
        title={name == null ? <Trans>İcazə geri götürüldü</Trans> : <Trans>{name}: icazə geri götürüldü</Trans>}
      >
        <p>
          <Trans>Bu icazə artıq heç nə açmır. Səhvən etmisinizsə, eyni şərtlərlə qaytara bilərsiniz.</Trans>
        </p>
        <ProblemSummary state={state} />
        <Button variant="secondary" isPending={state.running} onPress={() => void giveBack()}>
          <Trans>İcazəni qaytar</Trans>
        </Button>
      </Notice>
    </div>
  );
}
