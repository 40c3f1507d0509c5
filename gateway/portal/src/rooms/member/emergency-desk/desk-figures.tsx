import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatNumber } from '../../../language/format.js';

const DeskFigures_emergency = graphql(`
  fragment DeskFigures_emergency on EmergencyAbroad {
    id
    isDrill
    silentMinutes
    headcount {
      known
      confirmed
      byRecord
      bySubscription
      safe
      needHelp
      unanswered
      silent
    }
    pressFigure {
      known
      safe
    }
  }
`);

/** How many are known by what, and what they said; beside it what the press may be told. */
export function DeskFigures(props: { emergency: FragmentType<typeof DeskFigures_emergency> }) {
  const { headcount, pressFigure, silentMinutes } = readFragment(DeskFigures_emergency, props.emergency);
  const number = (value: unknown) => (typeof value === 'number' ? formatNumber(value) : null);
  const known = number(headcount.known);
  const confirmed = number(headcount.confirmed);
  const records = number(headcount.byRecord);
  const subscriptions = number(headcount.bySubscription);
  const [told, toldSafe] = [number(pressFigure.known), number(pressFigure.safe)];
  return (
    <section className="grid gap-4">
      <h2>
        <Trans>Saylar</Trans>
      </h2>
      <dl className="grid grid-cols-2 gap-3 md:grid-cols-5">
        <Figure title={<Trans>Məlumdur</Trans>} value={known} />
        <Figure title={<Trans>Təhlükəsizdə</Trans>} value={number(headcount.safe)} />
        <Figure title={<Trans>Kömək istəyən</Trans>} value={number(headcount.needHelp)} />
        <Figure title={<Trans>Cavabsız çağırış</Trans>} value={number(headcount.unanswered)} />
        <Figure title={<Trans>Səssiz qalan</Trans>} value={number(headcount.silent)} />
      </dl>
      {confirmed !== null && (
        <p className="text-soft">
          <Trans>
            {known} nəfər məlumdur, onlardan {confirmed} nəfərin yeri son 90 gündə təsdiqlənib. Mənbələr: birliklərin
            qeydləri – {records}, abunəliklər – {subscriptions}.
          </Trans>
        </p>
      )}
      {headcount.silent == null && confirmed !== null && (
        <p className="text-soft">
          <Trans>Səssiz qalanlar ilk xəbərdarlıqdan {silentMinutes} dəqiqə sonra sayılır.</Trans>
        </p>
      )}
      <p>
        <strong>
          <Trans>Mətbuata deyilə bilər:</Trans>
        </strong>{' '}
        {told === null ? (
          <Trans>say açıqlanmır.</Trans>
        ) : toldSafe === null ? (
          <Trans>orada təxminən {told} nəfər var.</Trans>
        ) : (
          <Trans>
            orada təxminən {told} nəfər var, təxminən {toldSafe} nəfər təhlükəsizdə olduğunu bildirib.
          </Trans>
        )}
      </p>
    </section>
  );
}

function Figure({ title, value }: { title: ReactNode; value: string | null }) {
  if (value === null) return null;
  return (
    <div className="grid rounded-xl border border-line bg-raised p-3">
      <dt className="text-sm text-soft">{title}</dt>
      <dd className="text-2xl font-semibold">{value}</dd>
    </div>
  );
}
