import { Plural, Trans } from '@lingui/react/macro';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { SourceNote } from '../source/source-note.js';

const ContingentList_contingent = graphql(`
  fragment ContingentList_contingent on Contingent {
    id
    name
    capacity
    organization {
      id
      name
    }
    target {
      id
      name
    }
    source {
      ...SourceNote_source
    }
  }
`);

/** The groups of students that universities send, each with where it goes. */
export function ContingentList(props: { contingents: readonly FragmentType<typeof ContingentList_contingent>[] }) {
  const contingents = readFragment(ContingentList_contingent, props.contingents);
  return (
    <ul className="grid gap-4">
      {contingents.map(({ id, name, capacity, organization, target, source }) => {
        const from = organization?.name;
        const to = target?.name;
        return (
          <li key={id} className="grid gap-1 border-l-4 border-line pl-3">
            <span className="font-semibold">{name}</span>
            <span>{from}</span>
            {to != null && (
              <span className="text-soft">
                <Trans>Qoşulduğu təşkilat: {to}</Trans>
              </span>
            )}
            {capacity != null && (
              <span className="text-soft">
                <Plural value={capacity} one="# yer" other="# yer" />
              </span>
            )}
            <SourceNote source={source} />
          </li>
        );
      })}
    </ul>
  );
}
