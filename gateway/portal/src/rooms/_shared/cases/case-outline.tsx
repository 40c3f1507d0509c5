import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatMoment } from '../../../language/format.js';
import { caseStatusTerms, closingTerms, entryTerms, troubleTerms } from './case-terms.js';

const CaseOutlineCase = graphql(`
  fragment CaseOutline_case on SupportCase {
    id
    trouble
    isGrave
    status
    acknowledgeBy
    isOverdue
    closingReason
    closesAt
    country {
      code
    }
    mission {
      id
      name
    }
    entries {
      id
      kind
      at
      text
    }
  }
`);

/** What a case is, where it stands, and what happened to it. */
export function CaseOutline(props: { readonly of: FragmentType<typeof CaseOutlineCase> }) {
  const { i18n } = useLingui();
  const found = readFragment(CaseOutlineCase, props.of);
  const { trouble, isGrave, status, acknowledgeBy, isOverdue, closingReason, closesAt, country, mission, entries } =
    found;
  const until = formatMoment(status === 'RAISED' ? acknowledgeBy : (closesAt ?? acknowledgeBy), { time: true });
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-2">
        {i18n._(troubleTerms[trouble])}
        {country != null && <> · {formatCountry(country.code)}</>}
        <Tag tone={status === 'CLOSED' ? 'neutral' : status === 'RAISED' ? 'warning' : 'info'}>
          {i18n._(caseStatusTerms[status])}
        </Tag>
        {isGrave && (
          <Tag tone="danger">
            <Trans>ağır</Trans>
          </Tag>
        )}
        {isOverdue && (
          <Tag tone="danger">
            <Trans>baxılması gecikir</Trans>
          </Tag>
        )}
      </h3>
      {status === 'RAISED' && (
        <p className="text-soft">
          <Trans>Birlik bu vaxta qədər baxmalıdır: {until}</Trans>
        </p>
      )}
      {closingReason != null && <p className="text-soft">{i18n._(closingTerms[closingReason])}</p>}
      {closesAt != null && (
        <p className="text-soft">
          <Trans>Etiraz olmasa, bu vaxt bağlanır: {until}</Trans>
        </p>
      )}
      {mission != null && <p>{mission.name}</p>}
      <ol className="grid gap-3 border-s-2 border-line ps-4">
        {entries.map(({ id, kind, at, text }) => (
          <li key={id} className="grid gap-1">
            <p className="text-sm text-soft">
              {formatMoment(at, { time: true })} · {i18n._(entryTerms[kind])}
            </p>
            {text != null && <p className="whitespace-pre-line break-words">{text}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}
