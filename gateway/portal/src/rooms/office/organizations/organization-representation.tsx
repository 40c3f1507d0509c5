import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Switch } from '../../../design/base/switch.js';
import { Form, ProblemSummary } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { Disclosure } from '../../../design/base/disclosure.js';

const Represented = graphql(`
  fragment OrganizationRepresentation_organization on Organization {
    id
    issuer
    officersListed
  }
`);

const ChangeRepresentation = graphql(`
  mutation ChangeRepresentation($input: ChangeRepresentationInput!) @purpose(is: "none") {
    changeRepresentation(input: $input) {
      ... on Organization {
        id
        issuer
        officersListed
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface OrganizationRepresentationProps {
  readonly organization: FragmentType<typeof Represented>;
  readonly issuers: readonly string[];
}

/** Who acts for the organisation: whose sign-in counts, and whether a list of officers is kept here. */
export function OrganizationRepresentation(props: OrganizationRepresentationProps) {
  const { id, issuer, officersListed } = readFragment(Represented, props.organization);
  const [change, state] = useAction(ChangeRepresentation);
  const [changeIssuer, issuerState] = useAction(ChangeRepresentation);
  const [chosen, setChosen] = useState(issuer ?? props.issuers[0] ?? '');
  const issuers = [...new Set([...(issuer === null ? [] : [issuer]), ...props.issuers])];
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Onun adından kim çıxış edir</Trans>
      </h2>
      <ProblemSummary state={state} />
      <Switch
        isSelected={officersListed ?? false}
        isPending={state.running}
        onChange={(next) => void change({ input: { organizationId: id, officersListed: next } })}
      >
        <Trans>Yalnız aşağıda təyin olunanlar</Trans>
      </Switch>
      <p className="max-w-2xl text-soft">
        {officersListed ? (
          <Trans>Giriş xidməti kimin adını çəksə də, siyahıda olmayan hesaba alınmır.</Trans>
        ) : (
          <Trans>Giriş xidmətinin adını çəkdiyi hər kəs, azad olunanlardan başqa.</Trans>
        )}
      </p>
      <p>
        {issuer === null ? (
          <Trans>Öz giriş xidməti yoxdur: istənilən təşkilatın adını çəkə bilən xidmətlər keçərlidir.</Trans>
        ) : (
          <Trans>
            Giriş xidməti: <strong className="break-all">{issuer}</strong>
          </Trans>
        )}
      </p>
      <Disclosure label={<Trans>Giriş xidmətini dəyiş</Trans>}>
        <Form
          submit={<Trans>Dəyiş</Trans>}
          state={issuerState}
          onSubmit={() => void changeIssuer({ input: { organizationId: id, issuer: chosen } })}
        >
          <Select
            label={<Trans>Giriş xidməti</Trans>}
            value={chosen}
            onChange={setChosen}
            options={issuers.map((value) => ({ value, text: value }))}
          />
        </Form>
      </Disclosure>
    </section>
  );
}
