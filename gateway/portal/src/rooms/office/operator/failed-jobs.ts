import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';

const Jobs = graphql(`
  fragment FailedJobs_query on Query {
    failedJobsAtAlumni {
      kind
      failure
      attempts
      failedAt
      dueAt
    }
    failedJobsAtAsanSchool {
      kind
      failure
      attempts
      failedAt
      dueAt
    }
    failedJobsAtCenter {
      kind
      failure
      attempts
      failedAt
      dueAt
    }
    failedJobsAtCreative {
      kind
      failure
      attempts
      failedAt
      dueAt
    }
    failedJobsAtRegistry {
      kind
      failure
      attempts
      failedAt
      dueAt
    }
    failedJobsAtUnion {
      kind
      failure
      attempts
      failedAt
      dueAt
    }
    failedJobsAtUniversity {
      kind
      failure
      attempts
      failedAt
      dueAt
    }
  }
`);

/** Work of a member that has not been done. */
interface FailedJob {
  readonly kind: string;
  readonly failure: string;
  readonly attempts: number;
  readonly failedAt: string;
  /** Null for work that was given up. */
  readonly dueAt: string | null;
}

/** A member, with what it has failed at. */
export interface MemberJobs {
  readonly member: string;
  /** The field of the answer, under which an error names the member. */
  readonly field: string;
  /** Null when the member does not answer. */
  readonly jobs: readonly FailedJob[] | null;
}

/** What each member has failed at, in the order of the way of a volunteer. */
export function failedJobsOf(query: FragmentType<typeof Jobs>): readonly MemberJobs[] {
  const jobs = readFragment(Jobs, query);
  return [
    { member: 'registry', field: 'failedJobsAtRegistry', jobs: jobs.failedJobsAtRegistry },
    { member: 'university', field: 'failedJobsAtUniversity', jobs: jobs.failedJobsAtUniversity },
    { member: 'asan-school', field: 'failedJobsAtAsanSchool', jobs: jobs.failedJobsAtAsanSchool },
    { member: 'union', field: 'failedJobsAtUnion', jobs: jobs.failedJobsAtUnion },
    { member: 'alumni', field: 'failedJobsAtAlumni', jobs: jobs.failedJobsAtAlumni },
    { member: 'creative', field: 'failedJobsAtCreative', jobs: jobs.failedJobsAtCreative },
    { member: 'center', field: 'failedJobsAtCenter', jobs: jobs.failedJobsAtCenter },
  ];
}
