import { Trans } from '@lingui/react/macro';
import { ButtonLink } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { GuardianshipCard } from '../guardianships/guardianship-card.js';

const Guarded = graphql(`
  fragment PersonGuardianships_person on LinkedPerson {
    id
    guardianships {
      id
      ...GuardianshipCard_guardianship
    }
  }
`);

interface PersonGuardianshipsProps {
  readonly person: FragmentType<typeof Guarded>;
  readonly onEnded: () => void;
}

/** Who decides for a person, and for whom they decide. */
export function PersonGuardianships(props: PersonGuardianshipsProps) {
  const { id, guardianships } = readFragment(Guarded, props.person);
  return (
    <section className="grid justify-items-start gap-3">
      <h2>
        <Trans>Valideyn və qəyyum</Trans>
      </h2>
      {guardianships.length === 0 ? (
        <Empty>
          <Trans>Onun əvəzinə heç kim qərar vermir, o da heç kimin əvəzinə.</Trans>
        </Empty>
      ) : (
        <ul className="grid w-full gap-4 sm:grid-cols-2">
          {guardianships.map((guardianship) => (
            <li key={guardianship.id}>
              <GuardianshipCard guardianship={guardianship} onEnded={props.onEnded} />
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-3">
        <ButtonLink variant="secondary" to="/office/guardianships/new" search={{ ward: id }}>
          <Trans>Onun qəyyumunu qeydə al</Trans>
        </ButtonLink>
        <ButtonLink variant="quiet" to="/office/guardianships/new" search={{ guardian: id }}>
          <Trans>Onu qəyyum kimi qeydə al</Trans>
        </ButtonLink>
      </div>
    </section>
  );
}
