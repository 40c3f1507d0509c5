import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Facts } from '../../../design/base/facts.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { ExportedSectionFragment } from '../../../generated/graphql.js';
import { currentLanguage } from '../../../language/language.js';
import { filledTables, tableTerm } from './held-data.js';

const ExportedSection = graphql(`
  fragment ExportedSection on PersonalSection {
    asOf
    tables {
      name
      rowCount
      keptRows
      keptUntil
      reason
      rows
    }
  }
`);

/** What one member holds, a table each; what is empty is told in one line. */
export function ExportedTables({ section }: { section: FragmentType<typeof ExportedSection> }) {
  const { tables } = readFragment(ExportedSection, section);
  const filled = filledTables(tables);
  if (filled.length === 0)
    return (
      <p className="text-soft">
        <Trans>Burada haqqınızda heç nə yoxdur.</Trans>
      </p>
    );
  return (
    <ul className="max-w-3xl divide-y divide-line">
      {filled.map((table) => (
        <li key={table.name}>
          <TableOfPerson table={table} />
        </li>
      ))}
    </ul>
  );
}

/** Rows that are shown at once; the file has all of them. */
const shownRows = 20;

function TableOfPerson({ table }: { table: ExportedSectionFragment['tables'][number] }) {
  const { i18n } = useLingui();
  const term = tableTerm(table.name);
  const rows = table.rows.slice(0, shownRows) as readonly Readonly<Record<string, unknown>>[];
  const { rowCount } = table;
  const more = rowCount - rows.length;
  return (
    <details>
      <summary className="flex min-h-target cursor-pointer flex-wrap items-center justify-between gap-x-4">
        <span className="font-semibold text-accent underline underline-offset-4">
          {term === null ? table.name : i18n._(term)}
        </span>
        <span className="text-sm text-soft">
          <Plural value={rowCount} one="# sətir" other="# sətir" />
        </span>
      </summary>
      <ol className="grid gap-3 pb-4">
        {rows.map((row, index) => (
          <li key={index} className="min-w-0 rounded-lg bg-sunken p-3 break-words">
            <Facts rows={Object.entries(row).map(([key, value]) => [key, textOf(value)])} />
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p className="pb-4 text-soft">
          <Trans>Qalan {more} sətir fayldadır.</Trans>
        </p>
      )}
    </details>
  );
}

/** A value of a row as text: of what is written in several languages, the reader’s. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  const inLanguage = (value as Readonly<Record<string, unknown>>)[currentLanguage()];
  return typeof inLanguage === 'string' ? inLanguage : JSON.stringify(value);
}
