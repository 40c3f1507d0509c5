import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Checkbox } from '../../../design/form/checkbox.js';
import { DateField } from '../../../design/form/date-field.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import type { OfficerRole } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { formatList } from '../../../language/format.js';
import { officerRoleTerms } from '../member-terms.js';

const HandOver = graphql(`
  mutation HandOver($input: HandOverInput!) @purpose(is: "none") {
    handOverOrganization(input: $input) {
      ... on Organization {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface Acting {
  readonly id: string;
  readonly subject: string;
  readonly roles: readonly OfficerRole[];
}

interface HandOverFormProps {
  readonly organization: string;
  /** Who acts for it now. */
  readonly officers: readonly Acting[];
  readonly onNamed: () => void;
}

/** Names who goes, who follows and when; who is not marked goes on as they are. */
export function HandOverForm({ organization, officers, onNamed }: HandOverFormProps) {
  const { i18n } = useLingui();
  const [name, state] = useAction(HandOver);
  const [outgoing, setOutgoing] = useState<readonly string[]>([]);
  const [incoming, setIncoming] = useState<readonly Omit<Acting, 'id'>[]>([]);
  const [day, setDay] = useState('');
  const [time, setTime] = useState('09:00');
  const [isTried, setTried] = useState(false);
  const rolesOf = (roles: readonly OfficerRole[]) => formatList(roles.map((role) => i18n._(officerRoleTerms[role])));
  const at = new Date(`${day}T${time}`);
  const isDated = !Number.isNaN(at.getTime());
  const submit = async () => {
    setTried(true);
    if (!isDated || outgoing.length === 0 || incoming.length === 0) return;
    const input = {
      organizationId: organization,
      at: at.toISOString(),
      outgoing: [...outgoing],
      incoming: incoming.map(({ subject, roles }) => ({ subject, roles: [...roles] })),
    };
    if ((await name({ input })) !== null) onNamed();
  };
  return (
    <div className="grid gap-6">
      <NextOfficer
        onAdded={(one) => setIncoming([...incoming.filter(({ subject }) => subject !== one.subject), one])}
      />
      <Form submit={<Trans>Təhvili təyin et</Trans>} state={state} onSubmit={() => void submit()}>
        <div className="grid gap-2">
          <h3>
            <Trans>Kim başlayır</Trans>
          </h3>
          {incoming.length === 0 && (
            <p className={isTried ? 'font-semibold text-danger' : 'text-soft'}>
              <Trans>Hələ heç kim əlavə edilməyib.</Trans>
            </p>
          )}
          <ul className="grid gap-2">
            {incoming.map(({ subject, roles }) => (
              <li key={subject} className="flex flex-wrap items-center justify-between gap-3">
                <span className="min-w-0">
                  <span className="font-semibold break-all">{subject}</span> · {rolesOf(roles)}
                </span>
                <Button
                  variant="quiet"
                  onPress={() => setIncoming(incoming.filter((other) => other.subject !== subject))}
                >
                  <Trans>Siyahıdan çıxar</Trans>
                </Button>
              </li>
            ))}
          </ul>
        </div>
        <fieldset className="grid gap-1">
          <legend className="font-semibold">
            <Trans>Kimin səlahiyyəti bitir</Trans>
          </legend>
          {isTried && outgoing.length === 0 && (
            <span className="text-sm font-semibold text-danger">
              <Trans>Ən azı bir nəfər seçin.</Trans>
            </span>
          )}
          {officers.map(({ id, subject, roles }) => (
            <Checkbox
              key={id}
              isSelected={outgoing.includes(id)}
              onChange={(goes) => setOutgoing(goes ? [...outgoing, id] : outgoing.filter((other) => other !== id))}
            >
              <span className="break-all">{subject}</span> · {rolesOf(roles)}
            </Checkbox>
          ))}
        </fieldset>
        <DateField
          label={<Trans>Gün</Trans>}
          value={day}
          onChange={setDay}
          error={isTried && !isDated && <Trans>Günü və saatı yazın</Trans>}
        />
        <Field
          label={<Trans>Saat</Trans>}
          hint={<Trans>Sizin saatınızla</Trans>}
          name="time"
          type="time"
          value={time}
          onChange={setTime}
        />
      </Form>
    </div>
  );
}

/** Somebody who is to follow, before the whole is sent. */
function NextOfficer({ onAdded }: { readonly onAdded: (one: Omit<Acting, 'id'>) => void }) {
  const { i18n } = useLingui();
  const [subject, setSubject] = useState('');
  const [roles, setRoles] = useState<readonly OfficerRole[]>(['OFFICER']);
  const add = () => {
    if (subject.trim() === '' || roles.length === 0) return;
    onAdded({ subject: subject.trim(), roles });
    setSubject('');
  };
  return (
    <div className="grid gap-3">
      <Field
        label={<Trans>Giriş nömrəsi</Trans>}
        hint={<Trans>Şəxsin təşkilatınızın giriş xidmətindəki nömrəsi.</Trans>}
        name="next-subject"
        value={subject}
        onChange={setSubject}
      />
      <fieldset>
        <legend className="font-semibold">
          <Trans>Rollar</Trans>
        </legend>
        {(Object.keys(officerRoleTerms) as OfficerRole[]).map((role) => (
          <Checkbox
            key={role}
            isSelected={roles.includes(role)}
            onChange={(isWanted) => setRoles(isWanted ? [...roles, role] : roles.filter((other) => other !== role))}
          >
            {i18n._(officerRoleTerms[role])}
          </Checkbox>
        ))}
      </fieldset>
      <div>
        <Button variant="secondary" onPress={add}>
          <Trans>Yeni heyətə əlavə et</Trans>
        </Button>
      </div>
    </div>
  );
}
