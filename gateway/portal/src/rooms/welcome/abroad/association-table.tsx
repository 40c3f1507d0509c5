import { useLingui } from '@lingui/react/macro';
import { Link } from '../../../design/base/link.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry } from '../../../language/format.js';
import { releasedText } from '../figures/released-count.js';
import { SourceNote } from '../source/source-note.js';

const AssociationTable_association = graphql(`
  fragment AssociationTable_association on AlumniAssociation {
    id
    founder
    countries {
      code
      alumniSummary {
        people
      }
    }
    organization {
      id
      name
    }
    source {
      ...SourceNote_source
    }
  }
`);

/** The associations, where their people study or studied, and how many those are. */
export function AssociationTable(props: {
  associations: readonly FragmentType<typeof AssociationTable_association>[];
}) {
  const { t } = useLingui();
  const associations = readFragment(AssociationTable_association, props.associations);
  return (
    <DataTable
      caption={t`Assosiasiyalar`}
      rows={associations}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'name',
          title: t`Assosiasiya`,
          cell: ({ organization }) =>
            organization && <Link to={`/members/${organization.id}`}>{organization.name}</Link>,
        },
        {
          key: 'countries',
          title: t`Ölkə: tələbə və məzun`,
          cell: ({ countries }) => (
            <ul>
              {(countries ?? []).map(({ code, alumniSummary }) => {
                const people = releasedText(alumniSummary?.people);
                return (
                  <li key={code}>
                    <Link to={`/countries/${code}`}>{formatCountry(code)}</Link>
                    {people !== null && `: ${people}`}
                  </li>
                );
              })}
            </ul>
          ),
        },
        { key: 'founder', title: t`Platformanın təsisçisi`, cell: ({ founder }) => (founder ? t`bəli` : t`xeyr`) },
        { key: 'source', title: t`Mənbə`, cell: ({ source }) => <SourceNote source={source} /> },
      ]}
    />
  );
}
