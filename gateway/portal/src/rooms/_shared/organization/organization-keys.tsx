import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Tag } from '../../../design/base/tag.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Empty } from '../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';

const Keys = graphql(`
  fragment OrganizationKeys_organization on Organization {
    id
    keys {
      kid
      validFrom
      validUntil
      retiredAt
    }
  }
`);

const AddOrganizationKey = graphql(`
  mutation AddOrganizationKey($input: AddOrganizationKeyInput!) @purpose(is: "none") {
    addOrganizationKey(input: $input) {
      ... on OrganizationKey {
        kid
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const RetireOrganizationKey = graphql(`
  mutation RetireOrganizationKey($input: RetireOrganizationKeyInput!) @purpose(is: "none") {
    retireOrganizationKey(input: $input) {
      ... on OrganizationKey {
        kid
        retiredAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface OrganizationKeysProps {
  readonly organization: FragmentType<typeof Keys>;
  readonly onChanged: () => void;
}

/** The public keys by which anybody checks what the organisation signed. */
export function OrganizationKeys({ organization, onChanged }: OrganizationKeysProps) {
  const { id, keys } = readFragment(Keys, organization);
  const [add, adding] = useAction(AddOrganizationKey);
  const [publicKey, setPublicKey] = useState('');
  const submit = async () => {
    if ((await add({ input: { organizationId: id, publicKey } })) === null) return;
    setPublicKey('');
    onChanged();
  };
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>İmza açarları</Trans>
      </h2>
      {(keys ?? []).length === 0 ? (
        <Empty>
          <Trans>Açar yoxdur: təşkilatın imzaladığı heç nə yoxlanıla bilməz.</Trans>
        </Empty>
      ) : (
        <ul className="grid gap-2">
          {keys?.map(({ kid, validFrom, validUntil, retiredAt }) => {
            const from = formatMoment(validFrom);
            const until = validUntil === null ? '' : formatMoment(validUntil);
            const retired = retiredAt === null ? '' : formatMoment(retiredAt);
            return (
              <li
                key={kid}
                className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-raised p-3"
              >
                <div className="grid min-w-0 gap-1">
                  <code className="break-all">{kid}</code>
                  <span className="text-sm text-soft">
                    {until === '' ? (
                      <Trans>{from} tarixindən</Trans>
                    ) : (
                      <Trans>
                        {from} – {until}
                      </Trans>
                    )}
                  </span>
                </div>
                {retiredAt === null ? (
                  <ConfirmedAction
                    label={<Trans>İstifadədən çıxar</Trans>}
                    title={<Trans>Açar istifadədən çıxarılsın?</Trans>}
                    cancel={<Trans>Ləğv et</Trans>}
                    document={RetireOrganizationKey}
                    variables={{ input: { organizationId: id, kid } }}
                    onDone={onChanged}
                  >
                    <Trans>Əvvəl imzaladığı keçərli qalır, bundan sonrakı isə yox. Bunu geri almaq olmur.</Trans>
                  </ConfirmedAction>
                ) : (
                  <Tag>
                    <Trans>{retired} istifadədən çıxıb</Trans>
                  </Tag>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <Disclosure label={<Trans>Açar əlavə et</Trans>}>
        <Form submit={<Trans>Əlavə et</Trans>} state={adding} onSubmit={() => void submit()}>
          <Field
            label={<Trans>Açıq açar</Trans>}
            hint={<Trans>Ed25519, adı (kid) ilə JSON Web Key. Gizli hissəni heç vaxt yazmayın.</Trans>}
            name="public-key"
            lines={4}
            isRequired
            value={publicKey}
            onChange={setPublicKey}
          />
        </Form>
      </Disclosure>
    </section>
  );
}
