import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import type { RaisedInquiryFragment } from '../../../generated/graphql.js';
import { formatMoment } from '../../../language/format.js';
import { inquiryKindTerms, inquiryOutcomeTerms } from '../privacy-terms.js';

interface InquiryStateProps {
  readonly inquiry: Pick<RaisedInquiryFragment, 'kind' | 'outcome' | 'answer' | 'dueAt' | 'overdue'>;
}

/** What a person raised about a look, and what came of it. */
export function InquiryState({ inquiry }: InquiryStateProps) {
  const { i18n } = useLingui();
  const due = formatMoment(inquiry.dueAt);
  return (
    <div className="grid gap-1 rounded-lg bg-sunken p-3 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Tag tone="info">{i18n._(inquiryKindTerms[inquiry.kind])}</Tag>
        {inquiry.outcome != null ? (
          i18n._(inquiryOutcomeTerms[inquiry.outcome])
        ) : inquiry.overdue ? (
          <span className="text-danger">
            <Trans>Cavabın vaxtı keçib: {due}</Trans>
          </span>
        ) : (
          <Trans>Cavab gözlənilir: {due} tarixinədək</Trans>
        )}
      </p>
      {inquiry.answer != null && <blockquote className="border-l-4 border-line pl-3">{inquiry.answer}</blockquote>}
    </div>
  );
}
