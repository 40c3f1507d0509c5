import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { Notice } from '../../../design/states/notice.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatDay } from '../../../language/format.js';
import { reportTerm } from '../../../language/terms.js';
import { SubmitReport } from './submit-report.js';

const ReportTable_report = graphql(`
  fragment ReportTable_report on CountryReport {
    id
    year
    status
    submittedOn
    summary
    country {
      code
    }
  }
`);

interface ReportTableProps {
  readonly reports: readonly FragmentType<typeof ReportTable_report>[];
  readonly onSubmitted: () => void;
}

/** Each report with where it stands; a draft can be written and submitted. */
export function ReportTable({ reports: masked, onSubmitted }: ReportTableProps) {
  const { t, i18n } = useLingui();
  const [written, setWritten] = useState<string | null>(null);
  const [submitted, setSubmitted] = useState<string | null>(null);
  const reports = readFragment(ReportTable_report, masked);
  const report = reports.find(({ id }) => id === written);
  const titleOf = (each: (typeof reports)[number]) =>
    `${each.country == null ? '' : formatCountry(each.country.code)}, ${each.year}`;
  return (
    <>
      <div role="status">
        {submitted !== null && <Notice tone="success" title={<Trans>Hesabat göndərildi: {submitted}</Trans>} />}
      </div>
      <DataTable
        caption={t`Ölkə hesabatları`}
        rows={reports}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'country',
            title: t`Ölkə`,
            cell: ({ country }) =>
              country && <Link to={`/countries/${country.code}`}>{formatCountry(country.code)}</Link>,
          },
          { key: 'year', title: t`İl`, isNumber: true, cell: ({ year }) => String(year) },
          {
            key: 'status',
            title: t`Vəziyyət`,
            cell: ({ status, year, submittedOn }) => {
              return (
                <>
                  <Tag tone={status === 'SUBMITTED' ? 'success' : 'warning'}>{i18n._(reportTerm(status, year))}</Tag>{' '}
                  {submittedOn != null && formatDay(submittedOn)}
                </>
              );
            },
          },
          { key: 'summary', title: t`Mətn`, cell: ({ summary }) => summary ?? '–' },
          {
            key: 'write',
            title: t`Nə etməli`,
            cell: (each) => {
              if (each.status !== 'DRAFT') return '–';
              const title = titleOf(each);
              return (
                <Button variant="secondary" aria-label={t`Hesabatı yaz: ${title}`} onPress={() => setWritten(each.id)}>
                  <Trans>Hesabatı yaz</Trans>
                </Button>
              );
            },
          },
        ]}
      />
      {report !== undefined && (
        <SubmitReport
          key={report.id}
          reportId={report.id}
          title={titleOf(report)}
          onClose={() => setWritten(null)}
          onSubmitted={() => {
            setWritten(null);
            setSubmitted(titleOf(report));
            onSubmitted();
          }}
        />
      )}
    </>
  );
}
