import { graphql } from '../../../generated/gql.js';

/** Asks a mentor, by a card or by the id of who was the person’s mentor before. */
export const RequestMentorship = graphql(`
  mutation RequestMentorship($input: RequestMentorshipInput!) @purpose(is: "none") {
    requestMentorship(input: $input) {
      ... on Mentorship {
        id
        status
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);
