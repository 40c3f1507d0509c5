import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from './button.js';

/** A text to quote elsewhere, such as the id of a request or a receipt. */
export function CopyText({ label, text }: { label: ReactNode; text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-sm text-soft">
      <span>
        {label}: <code className="break-all text-ink select-all">{text}</code>
      </span>
      <Button variant="quiet" onPress={() => void copy()}>
        {copied ? <Trans>Köçürüldü</Trans> : <Trans>Köçür</Trans>}
      </Button>
    </p>
  );
}
