import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Tag } from '../../../design/base/tag.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Empty } from '../../../design/states/empty.js';
import type { OfficerRole } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatList, formatMoment } from '../../../language/format.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { officerRoleTerms } from '../office-terms.js';

const Appointments = graphql(`
  fragment OrganizationOfficers_organization on Organization {
    id
    officers {
      id
      subject
      roles
      appointedAt
      endsAt
      dismissedAt
    }
  }
`);

const AppointOfficer = graphql(`
  mutation AppointOfficerByOffice($input: AppointOfficerInput!) @purpose(is: "none") {
    appointOfficer(input: $input) {
      ... on Officer {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const DismissOfficer = graphql(`
  mutation DismissOfficerByOffice($id: ID!) @purpose(is: "none") {
    dismissOfficer(id: $id) {
      ... on Officer {
        id
        dismissedAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const roles = Object.keys(officerRoleTerms) as OfficerRole[];

interface OrganizationOfficersProps {
  readonly organization: FragmentType<typeof Appointments>;
  readonly onChanged: () => void;
}

/** Whom the office or the organisation appointed to act for it. */
export function OrganizationOfficers({ organization, onChanged }: OrganizationOfficersProps) {
  const { i18n } = useLingui();
  const [now] = useState(() => new Date().toISOString());
  const { id, officers } = readFragment(Appointments, organization);
  const standing = (officers ?? []).filter(
    ({ endsAt, dismissedAt }) => dismissedAt === null && (endsAt === null || endsAt > now),
  );
  const former = (officers ?? []).length - standing.length;
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Məsul şəxslər</Trans>
      </h2>
      {standing.length === 0 ? (
        <Empty>
          <Trans>Hələ heç kim təyin olunmayıb.</Trans>
        </Empty>
      ) : (
        <ul className="grid gap-2">
          {standing.map((officer) => {
            const day = formatMoment(officer.appointedAt);
            const { subject } = officer;
            return (
              <li
                key={officer.id}
                className="flex flex-wrap items-center justify-between gap-3 rounded-xl border border-line bg-raised p-3"
              >
                <div className="grid min-w-0 gap-1">
                  <code className="break-all">{subject}</code>
                  <span className="text-sm text-soft">
                    {formatList(officer.roles.map((role) => i18n._(officerRoleTerms[role])))} · {day}
                  </span>
                </div>
                <ConfirmedAction
                  label={<Trans>Azad et</Trans>}
                  title={<Trans>Məsul şəxs azad edilsin?</Trans>}
                  cancel={<Trans>Ləğv et</Trans>}
                  document={DismissOfficer}
                  variables={{ id: officer.id }}
                  onDone={onChanged}
                >
                  <Trans>{subject} növbəti sorğudan bu təşkilatın adından heç nə edə bilməyəcək.</Trans>
                </ConfirmedAction>
              </li>
            );
          })}
        </ul>
      )}
      {former > 0 && (
        <p>
          <Tag>
            <Trans>Əvvəlki təyinatlar: {former}</Trans>
          </Tag>
        </p>
      )}
      <AppointForm organizationId={id} onAppointed={onChanged} />
    </section>
  );
}

function AppointForm({ organizationId, onAppointed }: { organizationId: string; onAppointed: () => void }) {
  const { i18n } = useLingui();
  const [appoint, state] = useAction(AppointOfficer);
  const [subject, setSubject] = useState('');
  const [chosen, setChosen] = useState<readonly OfficerRole[]>(['OFFICER']);
  const submit = async () => {
    if ((await appoint({ input: { organizationId, subject, roles: [...chosen] } })) === null) return;
    setSubject('');
    onAppointed();
  };
  return (
    <Disclosure label={<Trans>Məsul şəxs təyin et</Trans>}>
      <Form submit={<Trans>Təyin et</Trans>} state={state} onSubmit={() => void submit()}>
        <Field
          label={<Trans>Giriş xidmətindəki nömrəsi</Trans>}
          hint={<Trans>Təşkilatın giriş xidmətinin bu şəxsə verdiyi nömrə</Trans>}
          name="officer-subject"
          isRequired
          value={subject}
          onChange={setSubject}
        />
        <fieldset>
          <legend className="font-semibold">
            <Trans>Rolları</Trans>
          </legend>
          {roles.map((role) => (
            <Checkbox
              key={role}
              isSelected={chosen.includes(role)}
              onChange={(isSelected) =>
                setChosen(isSelected ? [...chosen, role] : chosen.filter((other) => other !== role))
              }
            >
              {i18n._(officerRoleTerms[role])}
            </Checkbox>
          ))}
        </fieldset>
      </Form>
    </Disclosure>
  );
}
