import { Trans, useLingui } from '@lingui/react/macro';
import { graphql } from '../../../generated/gql.js';
import type { RaisedInquiryFragment } from '../../../generated/graphql.js';
import { formatMoment } from '../../../language/format.js';
import { loggedCategoryTerms } from '../privacy-terms.js';
import { InquiryState } from './inquiry-state.js';

export const RaisedInquiry = graphql(`
  fragment RaisedInquiry on Inquiry {
    id
    kind
    outcome
    answer
    dueAt
    overdue
    message
    category
    readAt
    organization {
      id
      name
    }
  }
`);

/** What a person asked of organisations about their looks, with what came of it; nothing while they asked nothing. */
export function RaisedInquiries({ inquiries }: { inquiries: readonly RaisedInquiryFragment[] }) {
  const { i18n } = useLingui();
  if (inquiries.length === 0) return null;
  return (
    <section className="grid max-w-3xl gap-3">
      <h2>
        <Trans>Sual və etirazlarınız</Trans>
      </h2>
      <ul className="grid gap-3">
        {inquiries.map((inquiry) => (
          <li key={inquiry.id} className="grid gap-2 rounded-xl border border-line p-4">
            <span className="font-semibold">{inquiry.organization?.name}</span>
            <span className="text-sm text-soft">
              {i18n._(loggedCategoryTerms[inquiry.category])} · {formatMoment(inquiry.readAt)}
            </span>
            <p>{inquiry.message}</p>
            <InquiryState inquiry={inquiry} />
          </li>
        ))}
      </ul>
    </section>
  );
}
