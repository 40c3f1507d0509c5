import { useLingui } from '@lingui/react/macro';
import { Facts } from '../../../design/base/facts.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatDay, formatList, formatNumber } from '../../../language/format.js';
import { SourceNote } from '../source/source-note.js';

const AgreementList_agreement = graphql(`
  fragment AgreementList_agreement on Agreement {
    id
    title
    purpose
    signedOn
    expiresOn
    sdgGoals
    countries {
      code
    }
    parties {
      id
      name
    }
    source {
      ...SourceNote_source
    }
  }
`);

/** Agreements: who signed, when, for what. */
export function AgreementList(props: { agreements: readonly FragmentType<typeof AgreementList_agreement>[] }) {
  const { t } = useLingui();
  const agreements = readFragment(AgreementList_agreement, props.agreements);
  return (
    <ul className="grid gap-4">
      {agreements.map(({ id, title, purpose, signedOn, expiresOn, sdgGoals, countries, parties, source }) => (
        <li key={id} className="grid gap-2 border-l-4 border-line pl-3">
          <span className="font-semibold">{title}</span>
          <Facts
            rows={[
              [t`İmzalanıb`, formatDay(signedOn)],
              [t`Bitir`, expiresOn && formatDay(expiresOn)],
              [t`Tərəflər`, formatList((parties ?? []).flatMap(({ name }) => name ?? []))],
              [t`Ölkələr`, formatList((countries ?? []).map(({ code }) => formatCountry(code)))],
              [t`Nə üçün`, purpose],
              [t`Davamlı inkişaf məqsədləri`, formatList(sdgGoals.map((goal) => formatNumber(goal)))],
            ]}
          />
          <SourceNote source={source} />
        </li>
      ))}
    </ul>
  );
}
