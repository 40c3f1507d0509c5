import { useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { SourceNote } from '../source/source-note.js';
import { centerStatusTerms } from '../welcome-terms.js';

const ServiceCenters_center = graphql(`
  fragment ServiceCenters_center on ServiceCenter {
    id
    name
    city
    status
    source {
      ...SourceNote_source
    }
  }
`);

/** The centers where volunteers work. */
export function ServiceCenters(props: { centers: readonly FragmentType<typeof ServiceCenters_center>[] }) {
  const { i18n } = useLingui();
  const centers = readFragment(ServiceCenters_center, props.centers);
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {centers.map(({ id, name, city, status, source }) => (
        <li key={id} className="grid content-start gap-1 border-l-4 border-line pl-3">
          <span className="font-semibold">{name}</span>
          <span className="text-soft">{city}</span>
          <span>
            <Tag tone={status === 'OPEN' ? 'success' : 'info'}>{i18n._(centerStatusTerms[status])}</Tag>
          </span>
          <SourceNote source={source} />
        </li>
      ))}
    </ul>
  );
}
