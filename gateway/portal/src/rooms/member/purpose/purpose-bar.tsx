import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Dialog } from '../../../design/base/dialog.js';
import { PurposeChoice } from './purpose-choice.js';
import { useVisitPurposes } from './visit-purposes.js';

/** What the visit is for, on each page of an officer, and the way to change it. */
export function PurposeBar() {
  const { stated, choices } = useVisitPurposes();
  const [isOpen, setOpen] = useState(false);
  if (choices === null || choices.length === 0) return null;
  return (
    <div className="no-print flex flex-wrap items-center gap-x-3 rounded-lg bg-sunken px-3 py-1">
      <p className="min-w-0 grow basis-0 text-sm">
        {stated === null ? (
          <span className="text-soft">
            <Trans>Məqsəd deyilməyib.</Trans>
          </span>
        ) : (
          <>
            <span className="text-soft">
              <Trans>Baxışın məqsədi:</Trans>
            </span>{' '}
            <strong className="font-semibold">{stated.name}</strong>{' '}
            <span className="text-soft max-sm:hidden">{stated.legalText}</span>
          </>
        )}
      </p>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {stated === null ? <Trans>Məqsədi seç</Trans> : <Trans>Dəyiş</Trans>}
      </Button>
      <Dialog title={<Trans>Nə üçün baxırsınız?</Trans>} isOpen={isOpen} onClose={() => setOpen(false)}>
        <PurposeChoice onChosen={() => setOpen(false)} />
        <div>
          <Button variant="quiet" onPress={() => setOpen(false)}>
            <Trans>Ləğv et</Trans>
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
