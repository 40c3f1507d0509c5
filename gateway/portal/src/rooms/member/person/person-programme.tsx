import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Facts } from '../../../design/base/facts.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatNumber } from '../../../language/format.js';
import { areaTerms, stageTerms } from './person-terms.js';
import { AdmitToStage, CompleteStage } from './programme-steps.js';

const PersonProgramme_record = graphql(`
  fragment PersonProgramme_record on ProgrammeRecord {
    id
    joinedOn
    organization {
      id
      name
    }
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

interface PersonProgrammeProps {
  readonly record: FragmentType<typeof PersonProgramme_record>;
  /** The person’s id. */
  readonly person: string;
  /** For whom the officer acts: the next step is for the agency whose programme it is. */
  readonly organization: string;
  readonly onChanged: () => void;
}

/** The way through the volunteer programme, and the next step on it. */
export function PersonProgramme({ record, person, organization: own, onChanged }: PersonProgrammeProps) {
  const { i18n } = useLingui();
  const { joinedOn, organization, master1, master2 } = readFragment(PersonProgramme_record, record);
  const stage = (...parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');
  const isOwn = organization?.id === own;
  return (
    <div className="grid justify-items-start gap-3">
      <Facts
        rows={[
          [<Trans>Təşkilat</Trans>, organization?.name],
          [<Trans>Qoşulub</Trans>, formatDay(joinedOn)],
          [
            <Trans>Master 1</Trans>,
            stage(
              i18n._(stageTerms[master1.status]),
              master1.certificateType?.name,
              master1.score == null ? null : formatNumber(master1.score),
            ),
          ],
          [
            <Trans>Master 2</Trans>,
            master2 &&
              stage(
                i18n._(stageTerms[master2.status]),
                i18n._(areaTerms[master2.area]),
                master2.host?.name,
                master2.score == null ? null : formatNumber(master2.score),
              ),
          ],
        ]}
      />
      {isOwn && master1.status === 'ACTIVE' && <CompleteStage person={person} onDone={onChanged} />}
      {isOwn && master1.certificateType != null && master2 == null && (
        <AdmitToStage person={person} onDone={onChanged} />
      )}
    </div>
  );
}

const PersonCertificates_certificate = graphql(`
  fragment PersonCertificates_certificate on Certificate {
    id
    issuedOn
    revokedAt
    serialNumber
    stage
    type {
      id
      name
    }
  }
`);

interface PersonCertificatesProps {
  readonly certificates: readonly FragmentType<typeof PersonCertificates_certificate>[];
}

/** What was certified of somebody's way through the programme. */
export function PersonCertificates({ certificates }: PersonCertificatesProps) {
  return (
    <ul className="grid gap-2">
      {readFragment(PersonCertificates_certificate, certificates).map(
        ({ id, issuedOn, revokedAt, serialNumber, stage, type }) => (
          <li key={id}>
            <span className="font-semibold">
              {type?.name ?? (stage === 'MASTER_1' ? <Trans>Master 1</Trans> : <Trans>Master 2</Trans>)}
            </span>{' '}
            <span className="text-soft">
              {formatDay(issuedOn)} · {serialNumber}
              {revokedAt != null && (
                <>
                  {' '}
                  · <Trans>ləğv edilib</Trans>
                </>
              )}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
