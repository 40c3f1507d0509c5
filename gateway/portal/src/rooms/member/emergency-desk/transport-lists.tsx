import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Link } from '../../../design/base/link.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import type { EmergencyVehicle } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { vehicleTerms } from './desk-terms.js';

const TransportLists_emergency = graphql(`
  fragment TransportLists_emergency on EmergencyAbroad {
    id
    transportLists {
      id
      name
      vehicle
      seats
    }
  }
`);

const MakeTransportList = graphql(`
  mutation MakeTransportList($input: NewTransportListInput!) @purpose(is: "none") {
    makeTransportList(input: $input) {
      ... on TransportList {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface TransportListsProps {
  readonly emergency: FragmentType<typeof TransportLists_emergency>;
  readonly onMade: () => void;
}

/** Who leaves together: the lists, and a new one. */
export function TransportLists({ onMade, ...props }: TransportListsProps) {
  const { i18n } = useLingui();
  const { id: emergencyId, transportLists } = readFragment(TransportLists_emergency, props.emergency);
  const [make, state] = useAction(MakeTransportList);
  const [name, setName] = useState('');
  const [vehicle, setVehicle] = useState<EmergencyVehicle>('BUS');
  const [seats, setSeats] = useState('50');
  const submit = async () => {
    if ((await make({ input: { emergencyId, name: name.trim(), vehicle, seats: Number(seats) } })) === null) return;
    setName('');
    onMade();
  };
  return (
    <section className="no-print grid gap-3">
      <h2>
        <Trans>Avtobus və təyyarə siyahıları</Trans>
      </h2>
      {transportLists.length > 0 && (
        <ul className="grid gap-1">
          {transportLists.map((list) => {
            const { seats: all } = list;
            return (
              <li key={list.id} className="flex flex-wrap gap-3">
                <Link to="." search={{ show: list.id }}>
                  {list.name}
                </Link>
                <span className="text-soft">
                  {i18n._(vehicleTerms[list.vehicle])}, <Trans>{all} yer</Trans>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      <Disclosure label={<Trans>Yeni siyahı</Trans>}>
        <Form submit={<Trans>Siyahı aç</Trans>} state={state} onSubmit={() => void submit()}>
          <Field
            label={<Trans>Siyahının adı</Trans>}
            hint={<Trans>Adam adı yazmayın, məsələn, 1-ci avtobus</Trans>}
            name="list-name"
            isRequired
            maxLength={200}
            value={name}
            onChange={setName}
          />
          <Select
            label={<Trans>Nə ilə</Trans>}
            value={vehicle}
            onChange={setVehicle}
            options={(['BUS', 'PLANE'] as const).map((value) => ({ value, text: i18n._(vehicleTerms[value]) }))}
          />
          <Field
            label={<Trans>Neçə yer</Trans>}
            name="seats"
            type="number"
            inputMode="numeric"
            isRequired
            value={seats}
            onChange={setSeats}
          />
        </Form>
      </Disclosure>
    </section>
  );
}
