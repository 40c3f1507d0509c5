import { Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { Ending } from './ending.js';
import { endingWithin, type Present } from './present.rule.js';

const AgreementTask_agreements = graphql(`
  fragment AgreementTask_agreements on AgreementConnection {
    nodes {
      id
      expiresOn
      parties {
        id
      }
    }
  }
`);

/** How many days before their end agreements are shown. */
const days = 60;

interface AgreementTaskProps {
  readonly of: FragmentType<typeof AgreementTask_agreements>;
  readonly organization: string;
  readonly now: Present;
}

/** Agreements of the organisation that run out. */
export function AgreementTask({ of, organization, now }: AgreementTaskProps) {
  const own = readFragment(AgreementTask_agreements, of).nodes.filter(({ parties }) =>
    parties?.some(({ id }) => id === organization),
  );
  return (
    <Ending
      ends={endingWithin(
        own.flatMap(({ expiresOn }) => expiresOn ?? []),
        now,
        days,
      )}
      title={<Trans>İki ay içində bitən sazişlər</Trans>}
      to="/countries"
      action={<Trans>Bax</Trans>}
    />
  );
}
