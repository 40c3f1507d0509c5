import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Empty } from '../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';

const Systems = graphql(`
  fragment OrganizationSystems_organization on Organization {
    id
    systemClients {
      id
      client
      issuer
      registeredAt
      revokedAt
    }
  }
`);

const RegisterSystemClient = graphql(`
  mutation RegisterSystemClient($input: RegisterSystemClientInput!) @purpose(is: "none") {
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
  mutation RevokeSystemClient($id: ID!) @purpose(is: "none") {
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
  /** What the page says besides of what systems did. */
  readonly children?: ReactNode;
}

/** The organisation’s own programs that act for it without a person; nothing for whoever may not see them. */
export function OrganizationSystems({ organization, onChanged, children }: OrganizationSystemsProps) {
  const { id, systemClients } = readFragment(Systems, organization);
  const [register, registering] = useAction(RegisterSystemClient);
  const [client, setClient] = useState('');
  if (systemClients == null) return null;
  const standing = systemClients.filter(({ revokedAt }) => revokedAt === null);
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
      <p className="max-w-2xl text-soft">
        <Trans>
          Sistem təşkilatın adından, onun göstərə bildiyi məqsədlər üçün oxuyur və qeyd göndərir. Əməkdaş təyin etmir,
          açar əlavə etmir, səlahiyyət vermir.
        </Trans>
      </p>
      {children}
      {standing.length === 0 ? (
        <Empty>
          <Trans>Bu təşkilatın adından işləyən proqram yoxdur.</Trans>
        </Empty>
      ) : (
        <ul className="grid gap-2">
          {standing.map((system) => {
            const { client: name, issuer } = system;
            const since = formatMoment(system.registeredAt);
            return (
              <li
                key={system.id}
                className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-raised p-3"
              >
                <div className="grid min-w-0 gap-1">
                  <code className="break-all">{name}</code>
                  <span className="text-sm break-words text-soft">
                    {issuer ?? <Trans>giriş xidməti məlum deyil, sayılmır</Trans>} · <Trans>{since} tarixindən</Trans>
                  </span>
                </div>
                <ConfirmedAction
                  label={<Trans>Hüququnu al</Trans>}
                  title={<Trans>Sistemin hüququ alınsın?</Trans>}
                  cancel={<Trans>Ləğv et</Trans>}
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
