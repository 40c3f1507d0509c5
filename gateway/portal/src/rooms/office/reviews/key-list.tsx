import { Trans } from '@lingui/react/macro';
import { Key } from './key.js';

/** What each key of the desk does, besides those that stand on buttons. */
export function KeyList() {
  return (
    <ul className="grid gap-1 text-sm text-soft">
      <li>
        <Key name="J" isShown isTold /> <Trans>növbəti sual</Trans>
      </li>
      <li>
        <Key name="K" isShown isTold /> <Trans>əvvəlki sual</Trans>
      </li>
      <li>
        <Key name="F" isShown isTold /> <Trans>növbəti sətir</Trans>
      </li>
      <li>
        <Key name="D" isShown isTold /> <Trans>əvvəlki sətir</Trans>
      </li>
      <li>
        <Key name="Z" isShown isTold /> <Trans>son cavabı geri al</Trans>
      </li>
    </ul>
  );
}
