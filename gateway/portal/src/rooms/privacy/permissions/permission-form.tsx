import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { Notice } from '../../../design/states/notice.js';
import type { GrantCategory } from '../../../generated/codes.js';
import { formatList } from '../../../language/format.js';
import { categoryTerms } from '../../../language/terms.js';
import { Mirror } from '../mirror/mirror.js';
import { type ChoosableOrganization, OrganizationChoice } from './organization-choice.js';
import { GivePermission } from './permission.js';

/** An organisation with what it may state. */
interface Recipient extends ChoosableOrganization {
  readonly purposes?:
    | readonly {
        readonly code: string;
        readonly name: string;
        readonly legalText: string;
        readonly opens: readonly GrantCategory[];
      }[]
    | null;
}

interface PermissionFormProps {
  readonly organizations: readonly Recipient[];
  readonly chosenOrganization: string;
  readonly chosenPurpose: string;
  /** The minor for whom the reader decides; null for the reader’s own. */
  readonly ward: string | null;
}

type Duration = '3' | '12' | '36' | 'open';

/** To whom, for what, what and until when; before the yes the mirror, afterwards what was given. */
export function PermissionForm({ organizations, chosenOrganization, chosenPurpose, ward }: PermissionFormProps) {
  const { t, i18n } = useLingui();
  const [give, state] = useAction(GivePermission);
  const [organization, setOrganization] = useState(organizations.find(({ id }) => id === chosenOrganization) ?? null);
  const [purposeCode, setPurposeCode] = useState(chosenPurpose);
  const [wanted, setWanted] = useState<readonly GrantCategory[]>([]);
  const [duration, setDuration] = useState<Duration>('12');
  const [given, setGiven] = useState<readonly GrantCategory[]>([]);
  const [isMissing, setMissing] = useState(false);
  const purposes = (organization?.purposes ?? []).filter(({ opens }) => opens.length > 0);
  const purpose = purposes.find(({ code }) => code === purposeCode) ?? null;
  const categories = purpose === null ? [] : purpose.opens.filter((category) => wanted.includes(category));
  const left = categories.filter((category) => !given.includes(category));
  const submit = async () => {
    setMissing(categories.length === 0);
    if (organization === null || purpose === null) return;
    const expiresAt = endOf(duration);
    const done: GrantCategory[] = [...given];
    for (const category of left) {
      const input = {
        category,
        purpose: purpose.code,
        recipientOrganizationId: organization.id,
        expiresAt,
      };
      if ((await give({ input, ward })) === null) break;
      done.push(category);
    }
    setGiven(done);
  };
  const names = formatList(given.map((category) => i18n._(categoryTerms[category])));
  const name = organization?.name ?? '';
  const isDone = given.length > 0 && left.length === 0;
  if (isDone)
    return (
      <Notice tone="success" role="status" title={<Trans>{name}: icazə verildi</Trans>}>
        <p>{names}</p>
        <ButtonLink to={ward === null ? '/me/permissions' : '/me/guardianship'}>
          <Trans>İcazələrə bax</Trans>
        </ButtonLink>
      </Notice>
    );
  return (
    <div className="grid items-start gap-8 lg:grid-cols-2">
      <Form
        submit={<Trans>İcazə ver</Trans>}
        state={state}
        onSubmit={() => void submit()}
        aside={
          <ButtonLink variant="quiet" to={ward === null ? '/me/permissions' : '/me/guardianship'}>
            <Trans>Fikrimi dəyişdim</Trans>
          </ButtonLink>
        }
      >
        {given.length > 0 && <Notice tone="warning" title={<Trans>Bir hissəsi verildi: {names}</Trans>} />}
        <OrganizationChoice
          organizations={organizations}
          chosen={organization}
          onChoose={(next) => {
            setOrganization(next);
            setPurposeCode('');
            setGiven([]);
          }}
        />
        {organization !== null && (
          <Select
            label={t`Nə üçün`}
            value={purpose?.code ?? ''}
            onChange={setPurposeCode}
            options={[
              { value: '', text: t`Məqsədi seçin` },
              ...purposes.map(({ code, name }) => ({ value: code, text: name })),
            ]}
          />
        )}
        {purpose !== null && (
          <>
            <p className="text-sm text-soft">{purpose.legalText}</p>
            <fieldset className="grid">
              <legend className="font-semibold">
                <Trans>Nəyi görə bilər</Trans>
              </legend>
              {purpose.opens.map((category) => (
                <Checkbox
                  key={category}
                  isSelected={wanted.includes(category)}
                  onChange={(isSelected) =>
                    setWanted(isSelected ? [...wanted, category] : wanted.filter((other) => other !== category))
                  }
                >
                  {i18n._(categoryTerms[category])}
                </Checkbox>
              ))}
            </fieldset>
            <Select
              label={t`Nə vaxtadək`}
              value={duration}
              onChange={setDuration}
              options={[
                { value: '3', text: t`3 ay` },
                { value: '12', text: t`1 il` },
                { value: '36', text: t`3 il` },
                { value: 'open', text: t`Geri götürənə qədər` },
              ]}
            />
          </>
        )}
        {isMissing && categories.length === 0 && (
          <p role="alert" className="font-semibold text-danger">
            {purpose === null ? (
              <Trans>Əvvəlcə təşkilatı və məqsədi seçin.</Trans>
            ) : (
              <Trans>Nəyi görə biləcəyini seçin, ən azı birini.</Trans>
            )}
          </p>
        )}
      </Form>
      {organization !== null && purpose !== null && ward === null && (
        <section className="grid content-start gap-3">
          <h2>
            <Trans>Nə görəcək</Trans>
          </h2>
          <p className="text-soft">
            <Trans>Hələ heç nə açılmayıb. Seçdikcə nəyin dəyişəcəyi burada görünür.</Trans>
          </p>
          <Mirror
            key={`${organization.id} ${purpose.code}`}
            organizationId={organization.id}
            purpose={purpose.code}
            categories={categories}
            shown={purpose.opens}
          />
        </section>
      )}
    </div>
  );
}

/** The moment so many months from now, as ISO text; undefined for no end. */
function endOf(duration: Duration): string | undefined {
  if (duration === 'open') return undefined;
  const end = new Date();
  end.setMonth(end.getMonth() + Number(duration));
  return end.toISOString();
}
