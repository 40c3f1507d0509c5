import { Trans } from '@lingui/react/macro';
import { Button } from '../../../design/base/button.js';
import { saveFile } from '../../../data/save-file.js';
import type { Permission } from './permission.js';

/** The signed receipts of a permission, as files to keep: anybody can verify them later. */
export function Receipts({ permission }: { permission: Permission }) {
  const { receipt, withdrawalReceipt, category, purpose } = permission;
  const save = (name: string, text: string) =>
    saveFile(`birlik-${name}-${purpose}-${category.toLowerCase()}.jwt`, 'text/plain', text);
  return (
    <>
      {receipt != null && (
        <Button variant="quiet" onPress={() => save('icaze', receipt)}>
          <Trans>İcazənin qəbzini endir</Trans>
        </Button>
      )}
      {withdrawalReceipt != null && (
        <Button variant="quiet" onPress={() => save('geri-goturme', withdrawalReceipt)}>
          <Trans>Geri götürmənin qəbzini endir</Trans>
        </Button>
      )}
    </>
  );
}
