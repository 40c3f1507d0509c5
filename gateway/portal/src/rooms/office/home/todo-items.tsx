import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { TodoItem } from './todo.js';

const OfficeTodo = graphql(`
  fragment TodoItems_query on Query {
    organizations(first: 100) {
      nodes {
        id
        accredited
      }
    }
    erasureRequests(open: true, first: 100) {
      nodes {
        id
        overdue
      }
    }
    accountRecoveries(first: 50) {
      nodes {
        id
        takesEffectAt
        movedAt
        refusedAt
      }
    }
    claimAttempts(first: 100) {
      nodes {
        id
        outcome
        triedAt
      }
    }
    emergencies(first: 20) {
      nodes {
        id
        status
      }
    }
    issuers {
      issuer
      withdrawnAt
      anyOrganization
      signsUp
    }
    mandates(first: 100) {
      nodes {
        id
        endsAt
        revokedAt
      }
    }
    submissionBacklog {
      state
      waiting
    }
    failedJobsAtAlumni {
      dueAt
    }
    failedJobsAtAsanSchool {
      dueAt
    }
    failedJobsAtCenter {
      dueAt
    }
    failedJobsAtCreative {
      dueAt
    }
    failedJobsAtRegistry {
      dueAt
    }
    failedJobsAtUnion {
      dueAt
    }
    failedJobsAtUniversity {
      dueAt
    }
  }
`);

const day = 86_400_000;

/** What waits for the office, as far as it is known; a part of the answer that did not come makes no item. */
export function itemsOf(data: FragmentType<typeof OfficeTodo>, now = Date.now()): readonly TodoItem[] {
  const todo = readTodo(data);
  const { organizations, erasureRequests, accountRecoveries, claimAttempts, emergencies, issuers, mandates } = todo;
  const backlog = todo.submissionBacklog;
  const jobs: readonly { readonly dueAt: string | null }[] = [
    ...(todo.failedJobsAtAlumni ?? []),
    ...(todo.failedJobsAtAsanSchool ?? []),
    ...(todo.failedJobsAtCenter ?? []),
    ...(todo.failedJobsAtCreative ?? []),
    ...(todo.failedJobsAtRegistry ?? []),
    ...(todo.failedJobsAtUnion ?? []),
    ...(todo.failedJobsAtUniversity ?? []),
  ];
  const overdue = erasureRequests?.nodes.filter((request) => request.overdue).length ?? 0;
  const givenUp = jobs.filter(({ dueAt }) => dueAt === null).length;
  const doubtful = claimAttempts?.nodes.filter(
    ({ outcome, triedAt }) => ['TAKEN', 'UNSURE', 'LIMITED'].includes(outcome) && isWithin(triedAt, now, -7),
  );
  const items: readonly (TodoItem | null | undefined)[] = [
    {
      key: 'reviews',
      to: '/office/reviews',
      title: <Trans>Eynilik suallarına cavab verin</Trans>,
      count: null,
      urgent: backlog?.state === 'STUCK' ? <Trans>Göndərilmiş qeydlərin müqayisəsi dayanıb</Trans> : null,
    },
    organizations && {
      key: 'organizations',
      to: '/office/organizations',
      title: <Trans>Akkreditə olunmamış və ya dayandırılmış təşkilatlar</Trans>,
      count: organizations.nodes.filter(({ accredited }) => accredited === false).length,
    },
    erasureRequests && {
      key: 'erasures',
      to: '/office/erasures',
      title: <Trans>Bitməmiş silinmələr</Trans>,
      count: erasureRequests.nodes.length,
      urgent: overdue === 0 ? null : <Trans>vaxtı keçib: {overdue}</Trans>,
    },
    accountRecoveries && {
      key: 'recoveries',
      to: '/office/recoveries',
      title: <Trans>Qüvvəyə minəcək hesab bərpaları</Trans>,
      count: accountRecoveries.nodes.filter(
        ({ takesEffectAt, movedAt, refusedAt }) => takesEffectAt !== null && movedAt === null && refusedAt === null,
      ).length,
    },
    doubtful && {
      key: 'claims',
      to: '/office/claims',
      title: <Trans>Son həftənin şübhəli qeyd iddiaları</Trans>,
      count: doubtful.length,
    },
    emergencies && {
      key: 'emergencies',
      to: '/office/emergencies',
      title: <Trans>Açıq və təklif olunmuş fövqəladə hallar</Trans>,
      count: emergencies.nodes.filter(({ status }) => status === 'OPEN' || status === 'PROPOSED').length,
    },
    issuers && {
      key: 'issuers',
      to: '/office/issuers',
      title: <Trans>İstənilən təşkilatın adından danışa bilən giriş xidmətləri</Trans>,
      count: issuers.filter(({ anyOrganization, withdrawnAt }) => anyOrganization && withdrawnAt === null).length,
    },
    mandates && {
      key: 'mandates',
      to: '/office/mandates',
      title: <Trans>Bir ay içində bitən səlahiyyətlər</Trans>,
      count: mandates.nodes.filter(({ endsAt, revokedAt }) => revokedAt === null && isWithin(endsAt, now, 30)).length,
    },
    {
      key: 'jobs',
      to: '/operator',
      title: <Trans>Alınmamış işlər</Trans>,
      count: jobs.length,
      urgent: givenUp === 0 ? null : <Trans>əl çəkilib: {givenUp}</Trans>,
    },
  ];
  return items.filter((item) => item !== null && item !== undefined);
}

/** Whether a moment lies within so many days from now, or before now when they are negative. */
function isWithin(iso: string, now: number, days: number): boolean {
  const distance = (Date.parse(iso) - now) / day;
  return days < 0 ? distance <= 0 && distance >= days : distance >= 0 && distance <= days;
}

const readTodo = (data: FragmentType<typeof OfficeTodo>) => readFragment(OfficeTodo, data);
