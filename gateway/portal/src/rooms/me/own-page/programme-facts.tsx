import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Facts } from '../../../design/base/facts.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import type { StageStatus } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatNumber } from '../../../language/format.js';
import { areaTerms, stageStatusTerms, stageTerms } from '../me-terms.js';

const ProgrammeFactsRecord = graphql(`
  fragment ProgrammeFacts_record on ProgrammeRecord {
    id
    joinedOn
    master1 {
      status
      score
      certificateType {
        id
        name
      }
    }
    master2 {
      area
      status
      score
      host {
        id
        name
      }
    }
  }
`);

/** The way through the volunteer programme of the ASAN School, stage by stage. */
export function ProgrammeFacts(props: { record: FragmentType<typeof ProgrammeFactsRecord> }) {
  const { i18n } = useLingui();
  const { joinedOn, master1, master2 } = readFragment(ProgrammeFactsRecord, props.record);
  const from = formatDay(joinedOn);
  return (
    <>
      <p className="text-soft">
        <Trans>Proqramda: {from} tarixindən</Trans>
      </p>
      <div className="grid gap-6 sm:grid-cols-2">
        <Stage title={i18n._(stageTerms.MASTER_1)} status={master1.status}>
          <Facts
            rows={[
              [<Trans>Bal</Trans>, master1.score != null && formatNumber(master1.score)],
              [<Trans>Sertifikatın növü</Trans>, master1.certificateType?.name],
            ]}
          />
        </Stage>
        {master2 && (
          <Stage title={i18n._(stageTerms.MASTER_2)} status={master2.status}>
            <Facts
              rows={[
                [<Trans>İstiqamət</Trans>, i18n._(areaTerms[master2.area])],
                [<Trans>Qurum</Trans>, master2.host?.name],
                [<Trans>Bal</Trans>, master2.score != null && formatNumber(master2.score)],
              ]}
            />
          </Stage>
        )}
      </div>
    </>
  );
}

function Stage({ title, status, children }: { title: string; status: StageStatus; children: ReactNode }) {
  const { i18n } = useLingui();
  return (
    <div className="grid content-start gap-2">
      <h3 className="flex flex-wrap items-center gap-2">
        {title} <Tag tone={status === 'WITHDRAWN' ? 'neutral' : 'success'}>{i18n._(stageStatusTerms[status])}</Tag>
      </h3>
      {children}
    </div>
  );
}
