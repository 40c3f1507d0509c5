import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { readFragment } from '../../../generated/fragment-masking.js';
import { formatList, formatMoment } from '../../../language/format.js';
import { categoryTerms } from '../../../language/terms.js';
import { CategoryNames } from '../places/category-names.js';
import { type Permission, type PermissionGroup, PermissionOfPerson, WithdrawPermission } from './permission.js';
import { Receipts } from './receipts.js';

interface PermissionCardProps {
  readonly group: PermissionGroup;
  readonly purposeName: string;
  /** The minor for whom the reader decides; null for the reader’s own. */
  readonly ward: string | null;
  readonly onWithdrawn: (permissions: readonly Permission[]) => void;
}

/** What one organisation may see for one purpose, and the way to take it back: all of it, or a part. */
export function PermissionCard({ group, purposeName, ward, onWithdrawn }: PermissionCardProps) {
  const { i18n } = useLingui();
  const [withdraw, state] = useAction(WithdrawPermission);
  const withdrawAll = async (permissions: readonly Permission[]) => {
    const withdrawn: Permission[] = [];
    for (const { id } of permissions) {
      const result = (await withdraw({ id, ward }))?.withdrawConsent;
      if (result?.__typename !== 'Consent') break;
      withdrawn.push(readFragment(PermissionOfPerson, result));
    }
    if (withdrawn.length > 0) onWithdrawn(withdrawn);
  };
  const given = formatList([...new Set(group.permissions.map(({ givenAt }) => formatMoment(givenAt)))]);
  return (
    <Card>
      <h3>{group.recipient?.name ?? <Trans>Bütün akkreditə olunmuş üzvlər</Trans>}</h3>
      <CategoryNames categories={group.permissions.map(({ category }) => category)} />
      <Facts
        rows={[
          [<Trans key="purpose">Məqsəd</Trans>, purposeName],
          [<Trans key="given">Verilib</Trans>, given],
          [<Trans key="until">Müddət</Trans>, <Until key="until" permissions={group.permissions} />],
        ]}
      />
      {group.permissions.some(({ givenByGuardian }) => givenByGuardian) && (
        <p className="text-sm text-soft">
          <Trans>Bunu valideyn və ya qəyyum verib.</Trans>
        </p>
      )}
      <ProblemSummary state={state} />
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="secondary" isPending={state.running} onPress={() => void withdrawAll(group.permissions)}>
          <Trans>Geri götür</Trans>
        </Button>
      </div>
      <details>
        <summary className="flex min-h-target cursor-pointer items-center text-accent underline underline-offset-4">
          <Trans>Ayrı-ayrılıqda və qəbzlər</Trans>
        </summary>
        <ul className="grid divide-y divide-line">
          {group.permissions.map((permission) => {
            const category = i18n._(categoryTerms[permission.category]);
            return (
              <li key={permission.id} className="grid gap-1 py-2">
                <span className="font-semibold">{category}</span>
                <span className="flex flex-wrap gap-x-2">
                  <Receipts permission={permission} />
                  {group.permissions.length > 1 && (
                    <Button variant="quiet" isPending={state.running} onPress={() => void withdrawAll([permission])}>
                      <Trans>Yalnız bunu geri götür</Trans>
                    </Button>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      </details>
    </Card>
  );
}

function Until({ permissions }: { permissions: readonly Permission[] }) {
  const days = [...new Set(permissions.flatMap(({ expiresAt }) => (expiresAt == null ? [] : formatMoment(expiresAt))))];
  if (days.length === 0) return <Trans>siz geri götürənə qədər</Trans>;
  const list = formatList(days);
  return permissions.some(({ expiresAt }) => expiresAt == null) ? (
    <Trans>bir hissəsi {list} tarixinədək</Trans>
  ) : (
    <Trans>{list} tarixinədək</Trans>
  );
}
