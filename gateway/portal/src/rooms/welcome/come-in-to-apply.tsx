import { Trans } from '@lingui/react/macro';
import { signIn } from '../../data/session.js';
import { Button } from '../../design/base/button.js';
import { ButtonLink } from '../../design/base/link.js';
import { currentLanguage } from '../../language/language.js';

/** What comes before an application, for somebody who is not signed in, or who is nobody in Birlik yet. */
export function ComeInToApply({ kind }: { kind: 'anybody' | 'newcomer' }) {
  return (
    <div className="grid justify-items-start gap-2">
      {kind === 'anybody' ? (
        <>
          <Button onPress={() => void signIn(currentLanguage())}>
            <Trans>Daxil ol və müraciət et</Trans>
          </Button>
          <p className="text-sm text-soft">
            <Trans>Daxil olandan sonra bu səhifəyə qayıdacaqsınız.</Trans>
          </p>
        </>
      ) : (
        <>
          <ButtonLink to="/">
            <Trans>Qeydiyyatı bitir</Trans>
          </ButtonLink>
          <p className="text-sm text-soft">
            <Trans>Müraciət etmək üçün əvvəlcə Birliyə qoşulun.</Trans>
          </p>
        </>
      )}
    </div>
  );
}
