import { Trans } from '@lingui/react/macro';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatMoment } from '../../../language/format.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';
import { EndGuardianship } from './end-guardianship.js';

const Recorded = graphql(`
  fragment GuardianshipCard_guardianship on Guardianship {
    id
    evidence
    inForce
    recordedAt
    endsOn
    endedAt
    guardian {
      id
    }
    ward {
      id
    }
  }
`);

interface GuardianshipCardProps {
  readonly guardianship: FragmentType<typeof Recorded>;
  readonly onEnded: () => void;
}

/** Who decides for whom, how the office knows it, and until when. */
export function GuardianshipCard(props: GuardianshipCardProps) {
  const guardianship = readFragment(Recorded, props.guardianship);
  const { id, evidence, inForce, recordedAt, endsOn, endedAt, guardian, ward } = guardianship;
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-3">
        <h3>{evidence ?? <Trans>Sənəd göstərilmir</Trans>}</h3>
        <Tag tone={inForce ? 'success' : 'neutral'}>
          {inForce ? <Trans>qüvvədədir</Trans> : <Trans>qüvvədən düşüb</Trans>}
        </Tag>
      </div>
      <Facts
        rows={[
          [<Trans>Qeydə alınıb</Trans>, formatMoment(recordedAt)],
          [
            <Trans>Yetkinlik yaşı</Trans>,
            endsOn === null ? <Trans>doğum tarixi məlum deyil</Trans> : formatDay(endsOn),
          ],
          [<Trans>Ofis bitirib</Trans>, endedAt === null ? null : formatMoment(endedAt, { time: true })],
        ]}
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <Link to="/office/persons/$id" params={{ id: guardian.id }}>
          <Trans>Qərar verənin qeydləri</Trans>
        </Link>
        <Link to="/office/persons/$id" params={{ id: ward.id }}>
          <Trans>Yetkin olmayanın qeydləri</Trans>
        </Link>
      </div>
      {inForce && (
        <div>
          <ConfirmedAction
            label={<Trans>Qəyyumluğu bitir</Trans>}
            title={<Trans>Qəyyumluq bitsin?</Trans>}
            cancel={<Trans>Ləğv et</Trans>}
            document={EndGuardianship}
            variables={{ id }}
            onDone={props.onEnded}
          >
            <Trans>
              Qəyyum dərhal görmür və qərar vermir. Verdiyi icazələr qalır. Yenidən qüvvəyə minməsi üçün sənədlə bir də
              qeydə alınmalıdır.
            </Trans>
          </ConfirmedAction>
        </div>
      )}
    </Card>
  );
}
