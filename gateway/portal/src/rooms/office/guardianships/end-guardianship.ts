import { graphql } from '../../../generated/gql.js';

/** Ends a guardianship from the next request on. */
export const EndGuardianship = graphql(`
  mutation EndGuardianship($id: ID!) @purpose(is: "none") {
    endGuardianship(id: $id) {
      ... on Guardianship {
        id
        inForce
        endedAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);
