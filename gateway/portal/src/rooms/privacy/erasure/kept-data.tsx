import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type Answer, sectionOf } from '../../../data/answer.js';
import { Empty } from '../../../design/states/empty.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import { readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { ErasurePageQuery, HeldSectionFragment } from '../../../generated/graphql.js';
import { formatDay } from '../../../language/format.js';
import { filledTables, holders, tableTerm } from '../export/held-data.js';

const HeldSection = graphql(`
  fragment HeldSection on PersonalSection {
    asOf
    tables {
      name
      rowCount
      keptRows
      keptUntil
      reason
    }
  }
`);

/** What would go and what would stay at each member, and why. */
export function KeptData({ answer }: { answer: Answer<ErasurePageQuery> }) {
  const { i18n } = useLingui();
  const held = answer.data.myDataExport;
  if (held == null) {
    if (sectionOf(answer, ['myDataExport']).kind !== 'down') return null;
    return <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={answer.reload} />;
  }
  return (
    <section className="grid max-w-3xl gap-4">
      <h2>
        <Trans>Nə silinir, nə qalır</Trans>
      </h2>
      {holders.map(({ key, name }) => (
        <div key={key} className="grid gap-2">
          <h3 className="border-b border-line pb-1">{i18n._(name)}</h3>
          {sectionOf(answer, ['myDataExport', key]).kind === 'down' ? (
            <Unreachable member={i18n._(name)} onRetry={answer.reload} />
          ) : (
            <HeldAtMember tables={readFragment(HeldSection, held[key] ?? null)?.tables ?? []} />
          )}
        </div>
      ))}
    </section>
  );
}

function HeldAtMember({ tables }: { tables: HeldSectionFragment['tables'] }) {
  const { i18n } = useLingui();
  const filled = filledTables(tables);
  const going = filled.reduce((sum, { rowCount, keptRows }) => sum + Math.max(0, rowCount - keptRows), 0);
  const kept = filled.filter(({ keptRows }) => keptRows > 0);
  if (filled.length === 0)
    return (
      <Empty>
        <Trans>Burada haqqınızda heç nə yoxdur.</Trans>
      </Empty>
    );
  return (
    <ul className="grid gap-2">
      <li>
        <Plural value={going} one="Silinir: # sətir" other="Silinir: # sətir" />
      </li>
      {kept.map(({ name, keptRows, keptUntil, reason }) => {
        const term = tableTerm(name);
        const day = keptUntil == null ? null : formatDay(keptUntil);
        return (
          <li key={name} className="rounded-lg bg-warning-soft p-3">
            <strong>{term === null ? name : i18n._(term)}</strong>:{' '}
            <Plural value={keptRows} one="qalır # sətir" other="qalır # sətir" />
            {day !== null && <Trans>, {day} tarixinədək</Trans>}
            <span className="block text-sm">{reason}</span>
          </li>
        );
      })}
    </ul>
  );
}
