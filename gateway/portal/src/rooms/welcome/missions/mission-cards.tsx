import { Trans } from '@lingui/react/macro';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Facts } from '../../../design/base/facts.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatList } from '../../../language/format.js';
import { SourceNote } from '../source/source-note.js';
import { MissionForm } from './mission-form.js';

const MissionCards_mission = graphql(`
  fragment MissionCards_mission on Mission {
    id
    name
    serves
    address
    openingHours
    phone
    emergencyPhone
    source {
      ...SourceNote_source
    }
  }
`);

interface MissionCardsProps {
  readonly missions: readonly FragmentType<typeof MissionCards_mission>[];
  /** Whether the viewer keeps what is said of missions. */
  readonly isKeeper: boolean;
  readonly onChanged: () => void;
}

/** Where each mission is, whom it helps, when it is open and how to call it. */
export function MissionCards({ isKeeper, onChanged, ...props }: MissionCardsProps) {
  const missions = readFragment(MissionCards_mission, props.missions);
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {missions.map(({ id, name, serves, address, openingHours, phone, emergencyPhone, source }) => (
        <li key={id} className="grid content-start gap-2 rounded-xl border border-line bg-raised p-4">
          <h3>{name}</h3>
          <Facts
            rows={[
              [<Trans>Bu ölkələrə də baxır</Trans>, formatList(serves.map(formatCountry))],
              [<Trans>Ünvan</Trans>, address],
              [<Trans>İş saatları</Trans>, openingHours],
              [<Trans>Telefon</Trans>, phone && <a href={`tel:${phone}`}>{phone}</a>],
              [<Trans>Gecə-gündüz</Trans>, emergencyPhone && <a href={`tel:${emergencyPhone}`}>{emergencyPhone}</a>],
            ]}
          />
          <SourceNote source={source} />
          {isKeeper && (
            <Disclosure label={<Trans>Dəyiş</Trans>}>
              <MissionForm mission={{ id, serves, phone, emergencyPhone }} onSaved={onChanged} />
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  );
}
