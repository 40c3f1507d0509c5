import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Check } from '../../../design/base/icons.js';
import { Link } from '../../../design/base/link.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import type { MemberJobs } from './failed-jobs.js';
import { MemberName } from './operator-parts.js';

const Problems = graphql(`
  fragment Problems_gateway on Gateway {
    servesLastGood
    slowMs
    members {
      name
      state
      breaker
    }
    schemaChanges {
      at
      outcome
    }
    operations {
      document
      times {
        p95
      }
    }
  }
`);

interface Problem {
  readonly key: string;
  readonly text: ReactNode;
  /** Where more is said about it: a page, or a part of this one. */
  readonly to?: string;
  readonly hash?: string;
}

interface ProblemListProps {
  /** Null when the gateway says nothing to this viewer. */
  readonly gateway: FragmentType<typeof Problems> | null | undefined;
  readonly jobs: readonly MemberJobs[];
  readonly isStuck: boolean;
}

/** What is wrong now, the gravest first; or that nothing is. */
export function ProblemList(props: ProblemListProps) {
  const problems = problemsOf(props);
  if (problems.length === 0) {
    return (
      <p className="flex items-center gap-2 rounded-xl border border-line bg-raised p-4 font-semibold">
        <Check />
        <Trans>Hər şey qaydasındadır.</Trans>
      </p>
    );
  }
  return (
    <ul className="grid gap-2">
      {problems.map(({ key, text, to = '/operator', hash }) => (
        <li
          key={key}
          className="flex min-h-target flex-wrap items-center rounded-xl border-l-4 border-danger bg-danger-soft px-4 py-3"
        >
          <Link to={to} {...(hash !== undefined && { hash })}>
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function problemsOf({ gateway: masked, jobs, isStuck }: ProblemListProps): readonly Problem[] {
  const gateway = readFragment(Problems, masked);
  const problems: Problem[] = [];
  for (const { name, state, breaker } of gateway?.members ?? []) {
    if (state !== 'FAILS' && breaker === 'CLOSED') continue;
    const member = <MemberName member={name} />;
    problems.push({ key: name, text: <Trans>Cavab vermir: {member}</Trans>, hash: 'members' });
  }
  const last = gateway?.schemaChanges[0];
  if (last?.outcome === 'REFUSED') {
    const moment = formatMoment(last.at, { time: true });
    const text = <Trans>Yeni sxem rədd edilib, köhnəsi işləyir: {moment}</Trans>;
    problems.push({ key: 'refused', text, to: '/operator/schemas' });
  }
  if (gateway?.servesLastGood === true) {
    const text = <Trans>Şlüz başlayanda sxem oxunmayıb, sonuncu yaxşı sxem işləyir</Trans>;
    problems.push({ key: 'last-good', text, to: '/operator/schemas' });
  }
  const givenUp = jobs.flatMap((member) => member.jobs ?? []).filter(({ dueAt }) => dueAt === null).length;
  if (givenUp > 0) {
    const text = <Plural value={givenUp} one="Əl çəkilmiş iş: #" other="Əl çəkilmiş iş: #" />;
    problems.push({ key: 'jobs', text, hash: 'jobs' });
  }
  if (isStuck) {
    const text = <Trans>Göndərilmiş qeydlərin müqayisəsi dayanıb</Trans>;
    problems.push({ key: 'backlog', text, hash: 'backlog' });
  }
  const slowMs = gateway?.slowMs ?? Number.POSITIVE_INFINITY;
  const slow = gateway?.operations.filter(({ times }) => (times.p95 ?? 0) >= slowMs).length ?? 0;
  if (slow > 0) {
    const text = <Plural value={slow} one="Yavaş sorğu: #" other="Yavaş sorğu: #" />;
    problems.push({ key: 'slow', text, to: '/operator/operations' });
  }
  return problems;
}
