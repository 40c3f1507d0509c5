import { Trans, useLingui } from '@lingui/react/macro';
import { Card } from '../../../design/base/card.js';
import { Facts } from '../../../design/base/facts.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry } from '../../../language/format.js';
import { fieldTerms } from '../../../language/mentoring-terms.js';
import { levelTerms } from './directory-terms.js';

const DirectoryEntryEntry = graphql(`
  fragment DirectoryEntry_entry on AlumniDirectoryEntry {
    id
    name
    university
    city
    level
    fieldCode
    startedYear
    graduationYear
    occupation
    employer
    languages
    contact
    country {
      code
    }
  }
`);

/** Somebody who lets themself be found, with what they show to whoever looks. */
export function DirectoryEntry(props: { readonly entry: FragmentType<typeof DirectoryEntryEntry> }) {
  const { i18n } = useLingui();
  const entry = readFragment(DirectoryEntryEntry, props.entry);
  const { level, fieldCode, startedYear, graduationYear } = entry;
  const field = fieldCode == null ? undefined : fieldTerms[fieldCode];
  const joined = (parts: readonly (string | null | undefined)[], by = ', ') =>
    parts.filter((part) => part != null && part !== '').join(by);
  return (
    <Card>
      <h3 className="text-lg font-semibold break-words">
        {entry.name ?? entry.university ?? <Trans>Adını göstərmir</Trans>}
      </h3>
      <Facts
        rows={[
          [<Trans>Universitet</Trans>, entry.name == null ? null : entry.university],
          [<Trans>Yer</Trans>, joined([entry.city, entry.country == null ? null : formatCountry(entry.country.code)])],
          [
            <Trans>Təhsil</Trans>,
            joined([level == null ? null : i18n._(levelTerms[level]), field === undefined ? null : i18n._(field)]),
          ],
          [
            <Trans>İllər</Trans>,
            startedYear == null && graduationYear == null ? null : `${startedYear ?? ''}–${graduationYear ?? ''}`,
          ],
          [<Trans>Peşə və iş yeri</Trans>, joined([entry.occupation, entry.employer])],
          [<Trans>Dillər</Trans>, entry.languages?.map((code) => languageName(code, i18n.locale)).join(', ')],
          [<Trans>Əlaqə</Trans>, entry.contact == null ? null : <span className="break-all">{entry.contact}</span>],
        ]}
      />
    </Card>
  );
}

/** A language as its readers call it; its code where the browser does not know it. */
function languageName(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
}
