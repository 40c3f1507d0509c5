import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { signIn } from '../../../data/session.js';
import { Button } from '../../../design/base/button.js';
import { Loading } from '../../../design/states/loading.js';
import { Notice } from '../../../design/states/notice.js';
import { currentLanguage } from '../../../language/language.js';
import { ViewerUnheard } from '../../../viewer/viewer-unheard.js';
import { useViewer } from '../../../viewer/viewer.js';

/** A page for those who act for an organisation; says so to anybody else. */
export function StaffOnly({ title, children }: { title: ReactNode; children: ReactNode }) {
  const viewer = useViewer();
  switch (viewer.kind) {
    case 'staff':
      return children;
    case 'unknown':
      return <Loading />;
    case 'unheard':
      return <ViewerUnheard onRetry={viewer.retry} />;
    case 'anybody':
      return (
        <Closed title={title}>
          <Button onPress={() => void signIn(currentLanguage())}>
            <Trans>Daxil ol</Trans>
          </Button>
        </Closed>
      );
    default:
      return <Closed title={title} />;
  }
}

function Closed({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid gap-4">
      <h1>{title}</h1>
      <Notice tone="neutral" title={<Trans>Bu səhifə təşkilat adından işləyənlər üçündür.</Trans>}>
        {children}
      </Notice>
    </div>
  );
}
