import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../base/button.js';
import { Notice } from './notice.js';

/** A member that doesn't answer now; everything else on the page holds. */
export function Unreachable(props: { member: ReactNode; onRetry: () => void }) {
  const { member } = props;
  return (
    <Notice tone="warning" title={<Trans>{member} hazırda cavab vermir</Trans>}>
      <p>
        <Trans>Məlumat itməyib, sadəcə indi gətirilə bilmir.</Trans>
      </p>
      <Button variant="secondary" onPress={props.onRetry}>
        <Trans>Yenidən cəhd et</Trans>
      </Button>
    </Notice>
  );
}
