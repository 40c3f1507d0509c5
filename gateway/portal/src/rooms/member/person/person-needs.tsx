import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Facts } from '../../../design/base/facts.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatList } from '../../../language/format.js';
import { needTerms } from './person-terms.js';

const PersonNeeds_needs = graphql(`
  fragment PersonNeeds_needs on AccessNeeds {
    needs
    note
  }
`);

/** What somebody needs to take part. */
export function PersonNeeds({ needs }: { needs: FragmentType<typeof PersonNeeds_needs> }) {
  const { i18n } = useLingui();
  const stated = readFragment(PersonNeeds_needs, needs);
  return (
    <Facts
      rows={[
        [<Trans>Ehtiyaclar</Trans>, formatList(stated.needs.map((need) => i18n._(needTerms[need])))],
        [<Trans>Qeyd</Trans>, stated.note],
      ]}
    />
  );
}
