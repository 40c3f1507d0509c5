import { graphql } from '../../generated/gql.js';

/** Says of two records whether they are one person. */
export const DecideLinkageReview = graphql(`
  mutation DecideLinkageReview($id: ID!, $verdict: LinkageVerdict!) @purpose(is: "none") {
    decideLinkageReview(id: $id, verdict: $verdict) {
      ... on LinkageDecision {
        id
        verdict
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** Takes such a decision back, as if it had never been. */
export const WithdrawLinkageDecision = graphql(`
  mutation WithdrawLinkageDecision($id: ID!) @purpose(is: "none") {
    withdrawLinkageDecision(id: $id) {
      ... on LinkageDecision {
        id
        withdrawnAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);
