import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Button } from '../design/base/button.js';
import { Notice } from '../design/states/notice.js';

const reloadedKey = 'birlik.reloaded';

/**
 * A page whose code does not come, as after a new version that took the old files away: it is loaded anew once, and then the person is
 * told.
 */
export function PageFailed({ error }: { error: unknown }) {
  const isOldVersion = /dynamically imported module|preload/i.test(String(error));
  useEffect(() => {
    if (!isOldVersion || sessionStorage.getItem(reloadedKey) !== null) return;
    sessionStorage.setItem(reloadedKey, '1');
    location.reload();
  }, [isOldVersion]);
  return (
    <Notice tone="danger" role="alert" title={<Trans>Səhifə açılmadı.</Trans>}>
      <p>
        <Trans>Ola bilsin, Birlik yenilənib. Yazdıqlarınız itməyib.</Trans>
      </p>
      <Button onPress={() => location.reload()}>
        <Trans>Səhifəni yenilə</Trans>
      </Button>
    </Notice>
  );
}
