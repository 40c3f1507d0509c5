import { Plural, Trans } from '@lingui/react/macro';
import { Facts } from '../../../design/base/facts.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay, formatList, formatNumber } from '../../../language/format.js';

const PersonService_record = graphql(`
  fragment PersonService_record on ServiceRecord {
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
      opportunity {
        id
        title
      }
    }
  }
`);

/** How many of the newest entries are shown. */
const mostEntries = 5;

/** What somebody did as a volunteer, and for how long. */
export function PersonService({ record }: { record: FragmentType<typeof PersonService_record> }) {
  const { minutes, organizations, entries } = readFragment(PersonService_record, record);
  const total = hoursOf(minutes);
  const newest = entries.toSorted((one, other) => (one.workedOn < other.workedOn ? 1 : -1)).slice(0, mostEntries);
  return (
    <div className="grid gap-3">
      <Facts
        rows={[
          [<Trans>Cəmi</Trans>, <Trans>{total} saat</Trans>],
          [<Trans>Təşkilatlar</Trans>, formatList((organizations ?? []).flatMap(({ name }) => name ?? []))],
        ]}
      />
      {newest.length > 0 && (
        <ul className="grid gap-1">
          {newest.map(({ id, workedOn, minutes: worked, status, opportunity }) => {
            const hours = hoursOf(worked);
            return (
              <li key={id}>
                {opportunity?.title}{' '}
                <span className="text-soft">
                  {formatDay(workedOn)} · <Trans>{hours} saat</Trans>
                  {status === 'RECORDED' && (
                    <>
                      {' '}
                      · <Trans>təsdiqlənməyib</Trans>
                    </>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {entries.length > newest.length && (
        <p className="text-soft">
          <Plural value={entries.length} one="Cəmi # qeyd" other="Cəmi # qeyd" />
        </p>
      )}
    </div>
  );
}

function hoursOf(minutes: number): string {
  return formatNumber(minutes / 60, { maximumFractionDigits: 1 });
}
