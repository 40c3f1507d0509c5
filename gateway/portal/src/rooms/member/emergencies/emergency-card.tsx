import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { Tag } from '../../../design/base/tag.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { ProblemSummary } from '../../../design/form/form.js';
import type { Tone } from '../../../design/states/notice.js';
import type { EmergencyStatus } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatList, formatMoment, formatNumber } from '../../../language/format.js';
import { emergencyTerms } from '../member-terms.js';

const EmergencyCard_emergency = graphql(`
  fragment EmergencyCard_emergency on Emergency {
    id
    event
    reason
    status
    mayConfirm
    mayClose
    proposedAt
    confirmedAt
    closedAt
    endsAt
    organizations {
      id
      name
    }
    volunteers {
      id
    }
  }
`);

const ConfirmEmergency = graphql(`
  mutation ConfirmEmergency($id: ID!) @purpose(is: "none") {
    confirmEmergency(id: $id) {
      ... on Emergency {
        ...EmergencyCard_emergency
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const CloseEmergency = graphql(`
  mutation CloseEmergency($id: ID!) @purpose(is: "none") {
    closeEmergency(id: $id) {
      ... on Emergency {
        ...EmergencyCard_emergency
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const tones: Readonly<Record<EmergencyStatus, Tone>> = {
  OPEN: 'danger',
  PROPOSED: 'warning',
  CLOSED: 'neutral',
  ENDED: 'neutral',
  LAPSED: 'neutral',
};

/** An emergency of the organisation, and what the officer can do about it. */
export function EmergencyCard(props: { emergency: FragmentType<typeof EmergencyCard_emergency> }) {
  const { i18n } = useLingui();
  const emergency = readFragment(EmergencyCard_emergency, props.emergency);
  const [confirm, confirming] = useAction(ConfirmEmergency);
  const { id, status, mayConfirm, mayClose, confirmedAt, closedAt, endsAt } = emergency;
  const people = emergency.volunteers.length;
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-3">
        <h3>{emergency.event}</h3>
        <Tag tone={tones[status]}>{i18n._(emergencyTerms[status])}</Tag>
      </div>
      <p className="whitespace-pre-line">{emergency.reason}</p>
      <Facts
        rows={[
          [<Trans>Kimlərin üzvlərinə aiddir</Trans>, formatList(emergency.organizations.map(({ name }) => name ?? ''))],
          [<Trans>Ayrıca adı çəkilənlər</Trans>, people === 0 ? null : formatNumber(people)],
          [<Trans>Təklif olunub</Trans>, formatMoment(emergency.proposedAt, { time: true })],
          [<Trans>Təsdiqlənib</Trans>, confirmedAt && formatMoment(confirmedAt, { time: true })],
          [
            closedAt === null ? <Trans>Özü-özünə bitir</Trans> : <Trans>Bağlanıb</Trans>,
            formatMoment(closedAt ?? endsAt, { time: true }),
          ],
        ]}
      />
      {status === 'PROPOSED' && !mayConfirm && (
        <p className="text-soft">
          <Trans>Onu təklif edən təsdiqləyə bilməz: təşkilatınızdan ikinci əməkdaş gözlənilir.</Trans>
        </p>
      )}
      <ProblemSummary state={confirming} />
      <div className="flex flex-wrap gap-3">
        {mayConfirm && (
          <Button isPending={confirming.running} onPress={() => void confirm({ id })}>
            <Trans>Təsdiqlə və aç</Trans>
          </Button>
        )}
        {mayClose && (
          <ConfirmedAction
            label={<Trans>Bağla</Trans>}
            title={<Trans>Fövqəladə hal bağlansın?</Trans>}
            cancel={<Trans>Qalsın</Trans>}
            document={CloseEmergency}
            variables={{ id }}
            onDone={() => {}}
          >
            <Trans>Bu əsasla dərhal heç kim oxuya bilmir. Yenidən lazım olsa, iki nəfər bir də açmalıdır.</Trans>
          </ConfirmedAction>
        )}
      </div>
    </Card>
  );
}
