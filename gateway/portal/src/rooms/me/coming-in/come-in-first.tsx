import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { signIn } from '../../../data/session.js';
import { Button } from '../../../design/base/button.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { currentLanguage } from '../../../language/language.js';
import { useViewer } from '../../../viewer/viewer.js';

/** What a page of one’s own says to somebody of whom it has nothing to show, with the way to have it. */
export function ComeInFirst({ onRetry }: { onRetry: () => void }) {
  const { kind } = useViewer();
  switch (kind) {
    case 'anybody':
      return (
        <ComeIn>
          <p>
            <Trans>Bu səhifə sizin haqqınızdadır. Görmək üçün daxil olun.</Trans>
          </p>
          <Button onPress={() => void signIn(currentLanguage())}>
            <Trans>Daxil ol</Trans>
          </Button>
        </ComeIn>
      );
    case 'newcomer':
      return (
        <ComeIn>
          <p>
            <Trans>Sizi hələ tanımırıq. Əvvəlcə qeydiyyatdan keçin, bir dəqiqə çəkir.</Trans>
          </p>
          <ButtonLink to="/">
            <Trans>Qeydiyyatdan keç</Trans>
          </ButtonLink>
        </ComeIn>
      );
    case 'staff':
      return (
        <ComeIn>
          <p>
            <Trans>
              Siz təşkilat adından daxil olmusunuz. Öz səhifənizi görmək üçün öz hesabınızla yenidən daxil olun.
            </Trans>
          </p>
          <ButtonLink to="/" variant="secondary">
            <Trans>Əsas səhifəyə qayıt</Trans>
          </ButtonLink>
        </ComeIn>
      );
    default:
      return <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={onRetry} />;
  }
}

function ComeIn({ children }: { children: ReactNode }) {
  return (
    <div className="grid max-w-xl justify-items-start gap-4">
      <h1>
        <Trans>Bu səhifə sizindir</Trans>
      </h1>
      {children}
    </div>
  );
}
