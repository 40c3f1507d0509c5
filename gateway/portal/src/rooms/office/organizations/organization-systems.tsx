import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Empty } from '../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { Disclosure } from '../disclosure.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';

const Systems = graphql(`
  fragment OrganizationSystems_organization on Organization {
    id
    systemClients {
      id
      client
      registeredAt
      revokedAt
    }
  }
`);

const RegisterSystemClient = graphql(`
  mutation RegisterSystemClientByOffice($input: RegisterSystemClientInput!) @purpose(is: "none") {
    registerSystemClient(input: $input) {
      ... on SystemClient {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const RevokeSystemClient = graphql(`
  mutation RevokeSystemClientByOffice($id: ID!) @purpose(is: "none") {
    revokeSystemClient(id: $id) {
      ... on SystemClient {
        id
        revokedAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface OrganizationSystemsProps {
  readonly organization: FragmentType<typeof Systems>;
  readonly onChanged: () => void;
}

/** The organisation’s own programs that act for it without a person. */
export function OrganizationSystems({ organization, onChanged }: OrganizationSystemsProps) {
  const { id, systemClients } = readFragment(Systems, organization);
  const [register, registering] = useAction(RegisterSystemClient);
  const [client, setClient] = useState('');
  const standing = (systemClients ?? []).filter(({ revokedAt }) => revokedAt === null);
  const submit = async () => {
    if ((await register({ input: { organizationId: id, client } })) === null) return;
    setClient('');
    onChanged();
  };
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Sistemlər</Trans>
      </h2>
      {standing.length === 0 ? (
        <Empty>
          <Trans>Bu təşkilatın adından işləyən proqram yoxdur.</Trans>
        </Empty>
      ) : (
        <ul className="grid gap-2">
          {standing.map((system) => {
            const { client: name } = system;
            return (
              <li
                key={system.id}
                className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-raised p-3"
              >
                <span className="min-w-0">
                  <code className="break-all">{name}</code>{' '}
                  <span className="text-sm text-soft">{formatMoment(system.registeredAt)}</span>
                </span>
                <ConfirmedAction
                  label={<Trans>Hüququnu al</Trans>}
                  title={<Trans>Sistemin hüququ alınsın?</Trans>}
                  cancel={<Trans>İmtina</Trans>}
                  document={RevokeSystemClient}
                  variables={{ id: system.id }}
                  onDone={onChanged}
                >
                  <Trans>
                    {name} növbəti sorğudan heç nə edə bilməyəcək. Geri qaytarmaq üçün onu yenidən yazmaq lazımdır.
                  </Trans>
                </ConfirmedAction>
              </li>
            );
          })}
        </ul>
      )}
      <Disclosure label={<Trans>Sistem əlavə et</Trans>}>
        <Form submit={<Trans>Əlavə et</Trans>} state={registering} onSubmit={() => void submit()}>
          <Field
            label={<Trans>Giriş xidmətindəki adı</Trans>}
            name="system-client"
            isRequired
            value={client}
            onChange={setClient}
          />
        </Form>
      </Disclosure>
    </section>
  );
}
