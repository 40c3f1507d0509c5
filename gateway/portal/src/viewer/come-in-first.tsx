import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { signIn } from '../data/session.js';
import { Button } from '../design/base/button.js';
import { ButtonLink } from '../design/base/link.js';
import { currentLanguage } from '../language/language.js';
import { ViewerUnheard } from './viewer-unheard.js';
import { useViewer } from './viewer.js';

/** What a page of one’s own says to somebody of whom it has nothing to show, with the way to have it. */
export function ComeInFirst({ onRetry }: { onRetry: () => void }) {
  const viewer = useViewer();
  const retry = () => {
    if (viewer.kind === 'unheard') viewer.retry();
    onRetry();
  };
  switch (viewer.kind) {
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
      return <ViewerUnheard onRetry={retry} />;
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
