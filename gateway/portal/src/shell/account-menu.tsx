import { Trans } from '@lingui/react/macro';
import { signIn, signOut } from '../data/session.js';
import { Button } from '../design/base/button.js';
import { currentLanguage } from '../language/language.js';
import { useViewer } from '../viewer/viewer.js';

/** Who one is, and the way in or out. */
export function AccountMenu() {
  const viewer = useViewer();
  if (viewer.kind === 'anybody') {
    return (
      <Button onPress={() => void signIn(currentLanguage())}>
        <Trans>Daxil ol</Trans>
      </Button>
    );
  }
  const name = viewer.kind === 'person' ? viewer.name : viewer.kind === 'staff' ? viewer.organization.name : null;
  return (
    <>
      {name !== null && <span className="hidden max-w-40 truncate px-2 text-sm text-soft 2xl:inline">{name}</span>}
      <Button variant="quiet" onPress={() => void signOut()}>
        <Trans>Çıx</Trans>
      </Button>
    </>
  );
}
