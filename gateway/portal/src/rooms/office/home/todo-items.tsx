import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { TodoItem } from './todo.js';

const OfficeTodo = graphql(`
  fragment TodoItems_query on Query {
    officeQueues {
      linkageReviews
      organizations
      erasures
      overdueErasures
      recoveries
      doubtfulClaims
      emergencies
      safeguardingCases
      unboundIssuers
      endingMandates
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

/** What waits for the office, as far as it is known; a part of the answer that did not come makes no item. */
export function itemsOf(data: FragmentType<typeof OfficeTodo>): readonly TodoItem[] {
  const todo = readFragment(OfficeTodo, data);
  const queues = todo.officeQueues;
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
  const givenUp = jobs.filter(({ dueAt }) => dueAt === null).length;
  const overdue = queues?.overdueErasures ?? 0;
  return [
    ...(queues === null || queues === undefined
      ? []
      : [
          {
            key: 'reviews',
            to: '/office/reviews',
            title: <Trans>Eynilik suallarına cavab verin</Trans>,
            count: queues.linkageReviews,
            isMain: true,
            urgent: backlog?.state === 'STUCK' ? <Trans>Göndərilmiş qeydlərin müqayisəsi dayanıb</Trans> : null,
          },
          {
            key: 'organizations',
            to: '/office/organizations',
            search: { standing: 'NOT_ACTING' },
            title: <Trans>Akkreditə olunmamış və ya dayandırılmış təşkilatlar</Trans>,
            count: queues.organizations,
          },
          {
            key: 'erasures',
            to: '/office/erasures',
            title: <Trans>Bitməmiş silinmələr</Trans>,
            count: queues.erasures,
            urgent: overdue === 0 ? null : <Trans>vaxtı keçib: {overdue}</Trans>,
          },
          {
            key: 'recoveries',
            to: '/office/recoveries',
            title: <Trans>Qüvvəyə minəcək hesab bərpaları</Trans>,
            count: queues.recoveries,
          },
          {
            key: 'claims',
            to: '/office/claims',
            title: <Trans>Son həftənin şübhəli qeyd iddiaları</Trans>,
            count: queues.doubtfulClaims,
          },
          {
            key: 'emergencies',
            to: '/office/emergencies',
            title: <Trans>Açıq və təklif olunmuş fövqəladə hallar</Trans>,
            count: queues.emergencies,
          },
          ...(queues.safeguardingCases === null
            ? []
            : [
                {
                  key: 'safeguarding',
                  to: '/office/safeguarding',
                  title: <Trans>Açıq mühafizə işləri</Trans>,
                  count: queues.safeguardingCases,
                },
              ]),
          {
            key: 'issuers',
            to: '/office/issuers',
            title: <Trans>İstənilən təşkilatın adından danışa bilən giriş xidmətləri</Trans>,
            count: queues.unboundIssuers,
          },
          {
            key: 'mandates',
            to: '/office/mandates',
            title: <Trans>Bir ay içində bitən səlahiyyətlər</Trans>,
            count: queues.endingMandates,
          },
        ]),
    {
      key: 'jobs',
      to: '/operator',
      title: <Trans>Alınmamış işlər</Trans>,
      count: jobs.length,
      urgent: givenUp === 0 ? null : <Trans>əl çəkilib: {givenUp}</Trans>,
    },
  ];
}
