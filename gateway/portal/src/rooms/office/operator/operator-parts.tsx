import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Answer } from '../../../data/answer.js';
import { Button } from '../../../design/base/button.js';
import { Link } from '../../../design/base/link.js';
import { Notice } from '../../../design/states/notice.js';
import { formatNumber } from '../../../language/format.js';
import { ownerTerm } from '../../../language/terms.js';

const places = ['home', 'operations', 'schemas'] as const;

type Place = (typeof places)[number];

interface OperatorFrameProps {
  readonly here: Place;
  readonly title: ReactNode;
  readonly answer: Pick<Answer<unknown>, 'errors' | 'stale' | 'reload'>;
  /** Null when the gateway says nothing to this viewer. */
  readonly gateway: object | null | undefined;
  readonly children: ReactNode;
}

/** What the pages of operators have in common: the heading, the way to the others, and what is said to who is no operator. */
export function OperatorFrame({ here, title, answer, gateway, children }: OperatorFrameProps) {
  const { t } = useLingui();
  return (
    <div className="grid gap-8">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1>{title}</h1>
        <Button variant="secondary" onPress={answer.reload} isPending={answer.stale}>
          <Trans>Yenidən yoxla</Trans>
        </Button>
      </div>
      <nav aria-label={t`İşləmə səhifələri`} className="flex flex-wrap gap-x-6 gap-y-1">
        {places
          .filter((place) => place !== here)
          .map((place) => (
            <Link key={place} to={place === 'home' ? '/operator' : `/operator/${place}`}>
              {placeName(place)}
            </Link>
          ))}
      </nav>
      {gateway == null && (
        <Notice tone="info" title={<Trans>Bunu federasiyanın operatorları görür</Trans>}>
          <p>
            <Trans>Sizə lazımdırsa, ofisin inzibatçısına yazın. Aşağıda sizə açıq olanlar var.</Trans>
          </p>
        </Notice>
      )}
      {children}
    </div>
  );
}

function placeName(place: Place): ReactNode {
  switch (place) {
    case 'home':
      return <Trans>Üzvlər və indi nə alınmır</Trans>;
    case 'operations':
      return <Trans>Yavaş sorğular</Trans>;
    case 'schemas':
      return <Trans>Versiyalar və sxem dəyişiklikləri</Trans>;
  }
}

/** The name of a member as people know it; its own where nobody has words for it. */
export function MemberName({ member }: { member: string }) {
  const { i18n } = useLingui();
  if (member === 'gateway.own') return <Trans>şlüzün özü</Trans>;
  const term = ownerTerm(member);
  return <>{term === null ? member : i18n._(term)}</>;
}

/** How long something took; a dash where nothing did. */
export function Milliseconds({ ms }: { ms: number | null | undefined }) {
  if (ms == null) return <>–</>;
  const value = formatNumber(ms, { maximumFractionDigits: ms < 10 ? 1 : 0 });
  return (
    <span className="whitespace-nowrap">
      <Trans>{value} ms</Trans>
    </span>
  );
}
