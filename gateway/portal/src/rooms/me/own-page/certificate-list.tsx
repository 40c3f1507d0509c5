import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatMoment } from '../../../language/format.js';
import { stageTerms } from '../me-terms.js';

const CertificateListCertificate = graphql(`
  fragment CertificateList_certificate on Certificate {
    id
    stage
    issuedOn
    revokedAt
    serialNumber
    type {
      id
      name
    }
    approvedBy {
      id
      name
    }
    cosignedBy {
      id
      name
    }
  }
`);

/** The certificates of the volunteer programme, with their numbers; a revoked one says so. */
export function CertificateList(props: { certificates: readonly FragmentType<typeof CertificateListCertificate>[] }) {
  const { i18n } = useLingui();
  const certificates = readFragment(CertificateListCertificate, props.certificates);
  return (
    <ul className="grid gap-4">
      {certificates.map(({ id, stage, issuedOn, revokedAt, serialNumber, type, approvedBy, cosignedBy }) => {
        const day = revokedAt == null ? '' : formatMoment(revokedAt);
        return (
          <li key={id} className="grid gap-1">
            <h3 className="flex flex-wrap items-center gap-2">
              {[i18n._(stageTerms[stage]), type?.name].filter(Boolean).join(' · ')}
              {revokedAt != null && (
                <Tag tone="danger">
                  <Trans>{day} tarixində ləğv olunub</Trans>
                </Tag>
              )}
            </h3>
            <p>{[approvedBy?.name, cosignedBy?.name].filter(Boolean).join(' · ')}</p>
            <p className="text-soft">
              {formatDay(issuedOn)} · <code className="break-all select-all">{serialNumber}</code>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
