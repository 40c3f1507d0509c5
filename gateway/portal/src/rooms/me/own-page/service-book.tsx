import { Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { DataTable } from '../../../design/table/data-table.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatList, formatNumber } from '../../../language/format.js';
import { serviceEntryTerms } from '../me-terms.js';

const ServiceBookRecord = graphql(`
  fragment ServiceBook_record on ServiceRecord {
    minutes
    organizations {
      id
      name
    }
    entries {
      id
      workedOn
      minutes
      status
      organization {
        id
        name
      }
      opportunity {
        id
        title
      }
    }
    agreements {
      id
      signedOn
      endsOn
      law
      organization {
        id
        name
      }
    }
  }
`);

/** The volunteer book: the hours together, day by day, and the agreements. */
export function ServiceBook(props: { record: FragmentType<typeof ServiceBookRecord> }) {
  const { t, i18n } = useLingui();
  const { minutes, organizations, entries, agreements } = readFragment(ServiceBookRecord, props.record);
  const names = formatList((organizations ?? []).flatMap(({ name }) => (name == null ? [] : [name])));
  return (
    <>
      <p>
        <span className="text-3xl font-bold text-accent">
          <Hours minutes={minutes} />
        </span>{' '}
        <span className="text-soft">{names}</span>
      </p>
      {entries.length > 0 && (
        <details>
          <summary className="min-h-target cursor-pointer py-2 font-semibold text-accent">
            <Trans>Gün-gün bax</Trans>
          </summary>
          <DataTable
            caption={t`Könüllü kitabçasının son yazıları`}
            rows={entries}
            keyOf={({ id }) => id}
            columns={[
              { key: 'day', title: <Trans>Gün</Trans>, cell: ({ workedOn }) => formatDay(workedOn) },
              { key: 'organization', title: <Trans>Təşkilat</Trans>, cell: ({ organization }) => organization?.name },
              { key: 'opportunity', title: <Trans>İş</Trans>, cell: ({ opportunity }) => opportunity?.title ?? '–' },
              {
                key: 'hours',
                title: <Trans>Vaxt</Trans>,
                cell: (entry) => <Hours minutes={entry.minutes} />,
                isNumber: true,
              },
              {
                key: 'status',
                title: <Trans>Vəziyyət</Trans>,
                cell: ({ status }) => (
                  <Tag tone={status === 'VERIFIED' ? 'success' : 'neutral'}>{i18n._(serviceEntryTerms[status])}</Tag>
                ),
              },
            ]}
          />
        </details>
      )}
      {agreements.length > 0 && (
        <div className="grid gap-2">
          <h3>
            <Trans>Könüllü müqavilələri</Trans>
          </h3>
          <ul className="grid gap-2">
            {agreements.map(({ id, signedOn, endsOn, law, organization }) => (
              <li key={id}>
                {organization?.name} <span className="text-soft">{period(signedOn, endsOn ?? null)}</span>
                {law != null && <span className="block text-sm text-soft">{law}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Hours({ minutes }: { minutes: number }) {
  const hours = formatNumber(minutes / 60, { maximumFractionDigits: 1 });
  return <Trans>{hours} saat</Trans>;
}

function period(from: string, until: string | null): string {
  return until === null ? formatDay(from) : `${formatDay(from)} – ${formatDay(until)}`;
}
