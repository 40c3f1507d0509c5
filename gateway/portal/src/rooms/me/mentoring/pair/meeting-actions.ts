import { graphql } from '../../../../generated/gql.js';

/** Says yes or no to a time that the other one of the two proposes. */
export const AnswerMeeting = graphql(`
  mutation AnswerMentorshipMeeting($id: ID!, $confirm: Boolean!) @purpose(is: "none") {
    answerMentorshipMeeting(meetingId: $id, confirm: $confirm) {
      ... on MentorshipMeeting {
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

/** Calls a meeting off before it begins. */
export const CancelMeeting = graphql(`
  mutation CancelMentorshipMeeting($id: ID!) @purpose(is: "none") {
    cancelMentorshipMeeting(meetingId: $id) {
      ... on MentorshipMeeting {
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

/** Says whether a meeting took place. */
export const RecordMeeting = graphql(`
  mutation RecordMentorshipMeeting($id: ID!, $happened: Boolean!) @purpose(is: "none") {
    recordMentorshipMeeting(meetingId: $id, happened: $happened) {
      ... on MentorshipMeeting {
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
