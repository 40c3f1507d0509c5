import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { CopyText } from '../../../design/base/copy-text.js';
import { Facts } from '../../../design/base/facts.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatList, formatMoment } from '../../../language/format.js';
import { officerName, statusTerms, statusTones } from './desk-terms.js';

const DeskHead_emergency = graphql(`
  fragment DeskHead_emergency on EmergencyAbroad {
    id
    event
    isDrill
    status
    mayConfirm
    countryCodes
    cities
    universities
    openedAt
    openedBy
    confirmedAt
    confirmedBy
    endsAt
    closedAt
    code
  }
`);

const ConfirmEmergencyAbroad = graphql(`
  mutation ConfirmEmergencyAbroad($id: ID!) @purpose(is: "none") {
    confirmEmergencyAbroad(id: $id) {
      ... on EmergencyAbroad {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const CloseEmergencyAbroad = graphql(`
  mutation CloseEmergencyAbroad($id: ID!) @purpose(is: "none") {
    closeEmergencyAbroad(id: $id) {
      ... on EmergencyAbroad {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface DeskHeadProps {
  readonly emergency: FragmentType<typeof DeskHead_emergency>;
  readonly onChanged: () => void;
}

/** What has happened, where, who opened and confirmed it, the link to check in, and how it goes on. */
export function DeskHead({ onChanged, ...props }: DeskHeadProps) {
  const { i18n } = useLingui();
  const emergency = readFragment(DeskHead_emergency, props.emergency);
  const [confirm, confirming] = useAction(ConfirmEmergencyAbroad);
  const { id, event, isDrill, status, mayConfirm, code } = emergency;
  const moment = (iso: string, by: string | null | undefined) =>
    by == null ? formatMoment(iso, { time: true }) : `${formatMoment(iso, { time: true })}, ${officerName(by)}`;
  const { openedAt, openedBy, confirmedAt, confirmedBy, closedAt, endsAt } = emergency;
  return (
    <div className="grid gap-4">
      <Link to="/desk">
        <Trans>Xaricdəki fövqəladə hallar</Trans>
      </Link>
      <div className="flex flex-wrap items-center gap-3">
        <h1>{event}</h1>
        <Tag tone={statusTones[status]}>{i18n._(statusTerms[status])}</Tag>
        {isDrill && (
          <Tag tone="info">
            <Trans>təlim</Trans>
          </Tag>
        )}
      </div>
      <Facts
        rows={[
          [<Trans>Ölkələr</Trans>, formatList(emergency.countryCodes.map(formatCountry))],
          [<Trans>Şəhərlər</Trans>, formatList(emergency.cities)],
          [<Trans>Universitetlər</Trans>, formatList(emergency.universities)],
          [<Trans>Açıb</Trans>, moment(openedAt, openedBy)],
          [<Trans>Təsdiqləyib</Trans>, confirmedAt != null && moment(confirmedAt, confirmedBy)],
          [
            closedAt == null ? <Trans>Özü-özünə bitir</Trans> : <Trans>Bağlanıb</Trans>,
            formatMoment(closedAt ?? endsAt, { time: true }),
          ],
        ]}
      />
      {status === 'CONFIRMED' && code != null && (
        <CopyText
          label={<Trans>Hesabsız xəbər vermək üçün keçid</Trans>}
          text={`${location.origin}/check-in/${code}`}
        />
      )}
      {status === 'OPENED' && !mayConfirm && (
        <p className="text-soft">
          <Trans>Onu açan təsdiqləyə bilməz: təşkilatınızdan ikinci əməkdaş gözlənilir.</Trans>
        </p>
      )}
      <ProblemSummary state={confirming} />
      {status !== 'CLOSED' && (
        <div className="flex flex-wrap gap-3">
          {mayConfirm && (
            <Button
              isPending={confirming.running}
              onPress={() => void confirm({ id }).then((done) => done !== null && onChanged())}
            >
              <Trans>Təsdiqlə</Trans>
            </Button>
          )}
          <ConfirmedAction
            label={<Trans>Bağla</Trans>}
            title={<Trans>Fövqəladə hal bağlansın?</Trans>}
            cancel={<Trans>Qalsın</Trans>}
            document={CloseEmergencyAbroad}
            variables={{ id }}
            onDone={onChanged}
          >
            <Trans>Yerlər, əlaqələr və adlar dərhal və həmişəlik silinir. Saylar qalır.</Trans>
          </ConfirmedAction>
        </div>
      )}
    </div>
  );
}
