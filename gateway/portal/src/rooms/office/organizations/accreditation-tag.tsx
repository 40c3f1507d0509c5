import { Trans } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';

const Accreditation = graphql(`
  fragment AccreditationTag_organization on Organization {
    accredited
    accreditedSince
  }
`);

/** Whether an organisation may read what others share, in a word. */
export function AccreditationTag(props: { organization: FragmentType<typeof Accreditation> }) {
  const { accredited, accreditedSince } = readFragment(Accreditation, props.organization);
  if (accredited === true)
    return (
      <Tag tone="success">
        <Trans>akkreditə olunub</Trans>
      </Tag>
    );
  if (accreditedSince !== null)
    return (
      <Tag tone="danger">
        <Trans>dayandırılıb</Trans>
      </Tag>
    );
  return (
    <Tag tone="warning">
      <Trans>akkreditə olunmayıb</Trans>
    </Tag>
  );
}
