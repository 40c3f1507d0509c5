import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Link } from '../../../design/base/link.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { graphql } from '../../../generated/gql.js';
import { defineStaticPage } from '../../../page/page.js';
import { officerPage } from '../purpose/officer-page.js';
import { type ChosenOrganization, OrganizationChoice } from './organization-choice.js';

const ProposeEmergency = graphql(`
  mutation ProposeEmergency($input: ProposeEmergencyInput!) @purpose(is: "none") {
    proposeEmergency(input: $input) {
      ... on Emergency {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const hourMs = 3_600_000;
/** By so much the end is early, so that a clock that is ahead does not make it too late. */
const marginMs = 60_000;

/** Proposes an emergency: it opens nothing until a second officer confirms it. */
export const page = officerPage(
  defineStaticPage(msg`Fövqəladə hal təklif et`, function ProposeEmergencyForm() {
    const { t } = useLingui();
    const navigate = useNavigate();
    const [propose, state] = useAction(ProposeEmergency);
    const [event, setEvent] = useState('');
    const [reason, setReason] = useState('');
    const [hours, setHours] = useState<'6' | '12' | '24' | '48' | '72'>('24');
    const [organizations, setOrganizations] = useState<readonly ChosenOrganization[]>([]);
    const [people, setPeople] = useState('');
    const submit = async () => {
      const input = {
        event,
        reason,
        endsAt: new Date(Date.now() + Number(hours) * hourMs - marginMs).toISOString(),
        organizationIds: organizations.map(({ id }) => id),
        volunteerIds: people.split(/\s+/).filter((id) => id !== ''),
      };
      if ((await propose({ input })) !== null) await navigate({ to: '/emergencies' });
    };
    return (
      <div className="grid gap-6">
        <div className="grid max-w-2xl gap-2">
          <Link to="/emergencies">
            <Trans>Fövqəladə hallar</Trans>
          </Link>
          <h1>
            <Trans>Fövqəladə hal təklif et</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              İkinci əməkdaş təsdiqləyənə qədər heç nə açılmır. Hadisənin adını və səbəbi məlumatı oxunan hər kəs görür.
            </Trans>
          </p>
        </div>
        <Form submit={<Trans>Təklif et</Trans>} state={state} onSubmit={() => void submit()}>
          <Field
            label={<Trans>Hadisə</Trans>}
            hint={<Trans>Aid olduğu adamların tanıdığı adla, məsələn, zəlzələ</Trans>}
            name="event"
            isRequired
            maxLength={200}
            value={event}
            onChange={setEvent}
          />
          <Field
            label={<Trans>Niyə məlumatsız olmur</Trans>}
            name="reason"
            isRequired
            lines={3}
            maxLength={2000}
            value={reason}
            onChange={setReason}
          />
          <Select
            label={<Trans>Nə qədər davam etsin</Trans>}
            value={hours}
            onChange={setHours}
            options={[
              { value: '6', text: t`6 saat` },
              { value: '12', text: t`12 saat` },
              { value: '24', text: t`24 saat` },
              { value: '48', text: t`48 saat` },
              { value: '72', text: t`72 saat` },
            ]}
          />
          <OrganizationChoice chosen={organizations} onChange={setOrganizations} />
          <Field
            label={<Trans>Ayrı-ayrı şəxslərin nömrələri</Trans>}
            hint={<Trans>Hər sətirdə bir nömrə; şəxsin səhifəsinin ünvanında yazılır</Trans>}
            name="people"
            lines={3}
            value={people}
            onChange={setPeople}
          />
        </Form>
      </div>
    );
  }),
);
