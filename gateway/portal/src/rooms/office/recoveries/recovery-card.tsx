import { Trans } from '@lingui/react/macro';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { RecoveryCard_RecoveryFragment } from '../../../generated/graphql.js';
import { formatMoment } from '../../../language/format.js';
import { ConfirmedAction } from '../../../design/form/confirmed-action.js';

const Recovery = graphql(`
  fragment RecoveryCard_recovery on AccountRecovery {
    id
    askedAt
    confirmedAt
    takesEffectAt
    movedAt
    refusedAt
    issuer
    subject
    volunteer {
      id
    }
  }
`);

const RefuseRecovery = graphql(`
  mutation RefuseRecoveryByOffice($id: ID!) @purpose(is: "none") {
    refuseRecovery(id: $id) {
      ... on AccountRecovery {
        id
        refusedAt
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface RecoveryCardProps {
  readonly recovery: FragmentType<typeof Recovery>;
  readonly onChanged: () => void;
}

/** One try to get an account back; while it has not taken effect the office can refuse it. */
export function RecoveryCard(props: RecoveryCardProps) {
  const recovery = readFragment(Recovery, props.recovery);
  const asked = formatMoment(recovery.askedAt, { time: true });
  const canStop = recovery.takesEffectAt !== null && recovery.movedAt === null && recovery.refusedAt === null;
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-3">
        <h3>
          <Trans>{asked} tarixli cəhd</Trans>
        </h3>
        <RecoveryState recovery={recovery} />
      </div>
      <Facts
        rows={[
          [
            <Trans>Kimin hesabı</Trans>,
            recovery.volunteer ? (
              <code className="break-all">{recovery.volunteer.id}</code>
            ) : (
              <Trans>ünvan heç kimin deyil, ortaqdır və ya yetkinlik yaşına çatmayanındır</Trans>
            ),
          ],
          [<Trans>Haradan daxil olub</Trans>, <span className="break-all">{recovery.issuer}</span>],
          [<Trans>Oradakı nömrəsi</Trans>, <code className="break-all">{recovery.subject}</code>],
        ]}
      />
      {canStop && (
        <div>
          <ConfirmedAction
            label={<Trans>Dayandır</Trans>}
            title={<Trans>Bərpa dayandırılsın?</Trans>}
            cancel={<Trans>Ləğv et</Trans>}
            document={RefuseRecovery}
            variables={{ id: recovery.id }}
            onDone={props.onChanged}
          >
            <Trans>Hesab əvvəlki sahibində qalır. Cəhd edən yenidən kod istəyə bilər.</Trans>
          </ConfirmedAction>
        </div>
      )}
    </Card>
  );
}

function RecoveryState({ recovery }: { recovery: RecoveryCard_RecoveryFragment }) {
  const { movedAt, refusedAt, takesEffectAt } = recovery;
  if (refusedAt !== null)
    return (
      <Tag>
        <Trans>dayandırılıb</Trans>
      </Tag>
    );
  if (movedAt !== null)
    return (
      <Tag tone="success">
        <Trans>hesab qaytarılıb</Trans>
      </Tag>
    );
  if (takesEffectAt === null)
    return (
      <Tag>
        <Trans>kod düz olmayıb</Trans>
      </Tag>
    );
  const moment = formatMoment(takesEffectAt, { time: true });
  return (
    <Tag tone="warning">
      <Trans>qüvvəyə minir: {moment}</Trans>
    </Tag>
  );
}
