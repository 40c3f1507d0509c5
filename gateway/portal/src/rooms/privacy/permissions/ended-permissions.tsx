import { Trans, useLingui } from '@lingui/react/macro';
import { formatMoment } from '../../../language/format.js';
import { categoryTerms } from '../../../language/terms.js';
import type { Permission } from './permission.js';
import { Receipts } from './receipts.js';

interface EndedPermissionsProps {
  readonly permissions: readonly Permission[];
  readonly purposeNames: ReadonlyMap<string, string>;
}

/** Permissions that open nothing any more, with what proves it. */
export function EndedPermissions({ permissions, purposeNames }: EndedPermissionsProps) {
  const { i18n } = useLingui();
  const count = permissions.length;
  return (
    <details>
      <summary className="flex min-h-target cursor-pointer items-center text-accent underline underline-offset-4">
        <Trans>Hamısını göstər: {count}</Trans>
      </summary>
      <ul className="grid divide-y divide-line">
        {permissions.map((permission) => (
          <li key={permission.id} className="grid gap-1 py-3">
            <span className="font-semibold">
              {permission.recipient?.name ?? <Trans>Bütün akkreditə olunmuş üzvlər</Trans>}
            </span>
            <span>
              {i18n._(categoryTerms[permission.category])} · {purposeNames.get(permission.purpose)}
            </span>
            <span className="text-soft">
              <EndOf permission={permission} />
            </span>
            <span className="flex flex-wrap gap-x-2">
              <Receipts permission={permission} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function EndOf({ permission: { withdrawnAt, expiresAt } }: { permission: Permission }) {
  const day = formatMoment(withdrawnAt ?? expiresAt ?? '');
  return withdrawnAt == null ? <Trans>Müddəti bitib: {day}</Trans> : <Trans>Geri götürülüb: {day}</Trans>;
}
