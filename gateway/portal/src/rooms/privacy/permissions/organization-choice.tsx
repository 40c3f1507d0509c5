import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Field } from '../../../design/form/field.js';

/** An organisation as one chooses it. */
export interface ChoosableOrganization {
  readonly id: string;
  readonly name?: string | null;
  readonly city?: string | null;
}

interface OrganizationChoiceProps<Organization extends ChoosableOrganization> {
  readonly organizations: readonly Organization[];
  readonly chosen: Organization | null;
  readonly onChoose: (organization: Organization | null) => void;
}

/** One organisation of many, found by a part of its name. */
export function OrganizationChoice<Organization extends ChoosableOrganization>({
  organizations,
  chosen,
  onChoose,
}: OrganizationChoiceProps<Organization>) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const name = useId();
  if (chosen !== null)
    return (
      <div className="grid gap-1">
        <span className="font-semibold">
          <Trans>Təşkilat</Trans>
        </span>
        <p className="flex flex-wrap items-center justify-between gap-2 rounded-lg bg-sunken px-3 py-1">
          <span>{chosen.name}</span>
          <Button variant="quiet" onPress={() => onChoose(null)}>
            <Trans>Dəyiş</Trans>
          </Button>
        </p>
      </div>
    );
  const wanted = plain(text);
  const found = organizations.filter((organization) => plain(organization.name ?? '').includes(wanted));
  return (
    <div className="grid gap-3">
      <Field
        label={t`Təşkilat`}
        name="organization"
        type="search"
        value={text}
        onChange={setText}
        hint={t`Adının bir hissəsini yazın`}
      />
      <fieldset>
        <legend className="sr-only">
          <Trans>Tapılan təşkilatlar</Trans>
        </legend>
        <ul className="grid max-h-80 divide-y divide-line overflow-y-auto rounded-lg border border-line">
          {found.map((organization) => (
            <li key={organization.id}>
              <label className="flex min-h-target cursor-pointer items-center gap-3 px-3 py-2 hover:bg-sunken">
                <input
                  type="radio"
                  name={name}
                  className="size-5 shrink-0 accent-accent"
                  onChange={() => onChoose(organization)}
                />
                <span>
                  {organization.name}
                  {organization.city != null && <span className="text-soft"> · {organization.city}</span>}
                </span>
              </label>
            </li>
          ))}
        </ul>
        {found.length === 0 && (
          <p role="status" className="text-soft">
            <Trans>Belə adla təşkilat tapılmadı.</Trans>
          </p>
        )}
      </fieldset>
    </div>
  );
}

/** A text as people type it in haste: small letters, without marks, with the Latin letters nearest to Azerbaijani ones. */
function plain(text: string): string {
  return text
    .toLocaleLowerCase('az')
    .replaceAll('ə', 'e')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}
