import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Tag } from '../../../design/base/tag.js';
import type { InquiryKind } from '../../../generated/codes.js';
import { formatList, formatMoment } from '../../../language/format.js';
import { basisTerms, refusalTerms } from '../../../language/terms.js';
import { loggedCategoryTerms } from '../privacy-terms.js';
import type { View, ViewEntry } from './data-view.js';
import { InquiryForm } from './inquiry-form.js';
import { InquiryState } from './inquiry-state.js';
import { ViewProof } from './view-proof.js';
import { ViewerName } from './viewer-name.js';

interface ViewItemProps {
  readonly view: View;
  /** Whether it stands under the name of who looked, rather than under the day. */
  readonly isUnderViewer: boolean;
  readonly onRaised: () => void;
}

/** One look at the person’s data: who, what, for what, by what right; and what the person may do about it. */
export function ViewItem({ view, isUnderViewer, onRaised }: ViewItemProps) {
  const { i18n } = useLingui();
  const { first, entries } = view;
  const moment = formatMoment(first.decidedAt, { time: true });
  const categories = [...new Map(entries.map((entry) => [entry.category, entry])).values()];
  const purpose = first.statedPurpose?.name;
  const event = first.emergency?.event;
  const rights = formatList([
    ...new Set(entries.flatMap(({ basis }) => (basis == null ? [] : i18n._(basisTerms[basis])))),
  ]);
  const refusals = [
    ...new Set(entries.flatMap(({ refusal }) => (refusal == null ? [] : i18n._(refusalTerms[refusal])))),
  ];
  const partners = formatList((first.onBehalfOf ?? []).flatMap(({ name }) => name ?? []));
  return (
    <li className="grid gap-2 py-3">
      {isUnderViewer ? (
        <span className="font-semibold">{moment}</span>
      ) : (
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-semibold">
            <ViewerName entry={first} />
          </span>
          <span className="text-sm text-soft">{moment.split(' ').at(-1)}</span>
        </div>
      )}
      <ul className="flex flex-wrap gap-2">
        {categories.map(({ category, refusal }) => (
          <li key={category}>
            <Tag tone={refusal == null ? 'neutral' : 'warning'}>{i18n._(loggedCategoryTerms[category])}</Tag>
          </li>
        ))}
      </ul>
      <p className="text-sm">
        {purpose != null && <Trans>Məqsəd: {purpose}.</Trans>}
        {purpose == null && !first.bySelf && <Trans>Məqsəd göstərilməyib.</Trans>}{' '}
        {rights !== '' && !first.bySelf && <Trans>Əsas: {rights}.</Trans>}{' '}
        {partners !== '' && <Trans>Kimin adından: {partners}.</Trans>}
        {event != null && <Trans>Hadisə: {event}.</Trans>}
      </p>
      {refusals.length > 0 && (
        <p className="text-sm text-warning">
          <strong>
            <Trans>Görmədi.</Trans>
          </strong>{' '}
          {refusals.join(' ')}
        </p>
      )}
      {entries
        .flatMap(({ inquiries }) => inquiries)
        .map((inquiry) => (
          <InquiryState key={inquiry.id} inquiry={inquiry} />
        ))}
      {!first.bySelf && (
        <details>
          <summary className="flex min-h-target cursor-pointer items-center text-accent underline underline-offset-4">
            {first.organization == null ? <Trans>Sübut</Trans> : <Trans>Soruş, etiraz et, sübuta bax</Trans>}
          </summary>
          <ul className="grid gap-4 border-l-4 border-line pl-3">
            {entries.map((entry) => (
              <EntryActions key={entry.id} entry={entry} onRaised={onRaised} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function EntryActions({ entry, onRaised }: { entry: ViewEntry; onRaised: () => void }) {
  const { t, i18n } = useLingui();
  const [kind, setKind] = useState<InquiryKind | null>(null);
  const raised = new Set(entry.inquiries.map((inquiry) => inquiry.kind));
  const kinds = (['QUESTION', 'OBJECTION'] as const).filter((one) => entry.organization != null && !raised.has(one));
  const category = i18n._(loggedCategoryTerms[entry.category]);
  return (
    <li className="grid gap-2">
      <h4 className="font-semibold">{category}</h4>
      {kind === null ? (
        <div className="flex flex-wrap gap-2">
          {kinds.map((one) => (
            <Button
              key={one}
              variant="secondary"
              aria-label={[one === 'QUESTION' ? t`Niyə baxdığını soruş` : t`Etiraz et`, category].join(': ')}
              onPress={() => setKind(one)}
            >
              {one === 'QUESTION' ? <Trans>Niyə baxdığını soruş</Trans> : <Trans>Etiraz et</Trans>}
            </Button>
          ))}
        </div>
      ) : (
        <InquiryForm
          entryId={entry.id}
          kind={kind}
          onRaised={() => {
            setKind(null);
            onRaised();
          }}
          onLeave={() => setKind(null)}
        />
      )}
      <ViewProof entryId={entry.id} before={entry.before} fields={entry.fields} />
    </li>
  );
}
