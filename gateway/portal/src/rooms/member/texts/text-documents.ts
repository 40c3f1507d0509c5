import { graphql } from '../../../generated/gql.js';

/** What is done with the texts by which the union writes for an organisation. */
export const unionTexts = {
  preview: graphql(`
    query PreviewTextAtUnion($name: String!, $language: String!, $subject: String!, $body: String!)
    @purpose(is: "none") {
      preview: previewMessageTemplateAtUnion(name: $name, language: $language, subject: $subject, body: $body) {
        ... on MessagePreviewAtUnion {
          subject
          body
        }
        ... on Problem {
          code
          message
        }
      }
    }
  `),
  write: graphql(`
    mutation WriteTextAtUnion($name: String!, $language: String!, $subject: String!, $body: String!)
    @purpose(is: "none") {
      written: writeMessageTemplateAtUnion(name: $name, language: $language, subject: $subject, body: $body) {
        ... on MessageTemplateAtUnion {
          name
        }
        ... on Problem {
          code
          message
        }
      }
    }
  `),
  end: graphql(`
    mutation EndTextAtUnion($name: String!, $language: String!) @purpose(is: "none") {
      ended: endMessageTemplateAtUnion(name: $name, language: $language)
    }
  `),
};

/** The same at the creative federation. */
export const creativeTexts = {
  preview: graphql(`
    query PreviewTextAtCreative($name: String!, $language: String!, $subject: String!, $body: String!)
    @purpose(is: "none") {
      preview: previewMessageTemplateAtCreative(name: $name, language: $language, subject: $subject, body: $body) {
        ... on MessagePreviewAtCreative {
          subject
          body
        }
        ... on Problem {
          code
          message
        }
      }
    }
  `),
  write: graphql(`
    mutation WriteTextAtCreative($name: String!, $language: String!, $subject: String!, $body: String!)
    @purpose(is: "none") {
      written: writeMessageTemplateAtCreative(name: $name, language: $language, subject: $subject, body: $body) {
        ... on MessageTemplateAtCreative {
          name
        }
        ... on Problem {
          code
          message
        }
      }
    }
  `),
  end: graphql(`
    mutation EndTextAtCreative($name: String!, $language: String!) @purpose(is: "none") {
      ended: endMessageTemplateAtCreative(name: $name, language: $language)
    }
  `),
};

/** What is done with the texts of one member. */
export type TextDocuments = typeof unionTexts | typeof creativeTexts;
