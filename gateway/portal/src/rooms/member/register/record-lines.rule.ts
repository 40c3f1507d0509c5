import type { SourceRecordInput } from '../../../generated/graphql.js';
import type { CsvTable } from '../csv-table.js';

/** What a record of a person may have. */
export type RecordField = Exclude<keyof SourceRecordInput, '__typename'>;

/** A column of a file: by which heads it is known, and whether each record needs it. */
interface RecordColumn {
  readonly field: RecordField;
  readonly heads: readonly string[];
  readonly isNeeded: boolean;
}

/** The columns that are read from a file. */
export const recordColumns: readonly RecordColumn[] = [
  {
    field: 'localKey',
    heads: ['nömrə', 'nomre', 'localkey', 'key', 'id', 'номер', 'numara'],
    isNeeded: true,
  },
  { field: 'givenName', heads: ['ad', 'givenname', 'first name', 'name', 'имя'], isNeeded: true },
  {
    field: 'familyName',
    heads: ['soyad', 'familyname', 'last name', 'surname', 'фамилия'],
    isNeeded: true,
  },
  {
    field: 'patronymic',
    heads: ['ata adı', 'ata adi', 'patronymic', 'отчество', 'baba adı'],
    isNeeded: false,
  },
  {
    field: 'birthDate',
    heads: ['doğum günü', 'doğum tarixi', 'birthdate', 'date of birth', 'дата рождения', 'doğum tarihi'],
    isNeeded: false,
  },
  {
    field: 'email',
    heads: ['e-poçt', 'email', 'e-mail', 'эл. почта', 'почта', 'e-posta'],
    isNeeded: false,
  },
  { field: 'phone', heads: ['telefon', 'phone', 'телефон'], isNeeded: false },
  { field: 'nationalNumber', heads: ['fin', 'nationalnumber', 'фин'], isNeeded: false },
];

/** What is wrong with a line before it is sent. */
export type LineFault = 'KEY_MISSING' | 'NAME_MISSING' | 'KEY_TWICE' | 'DAY_UNKNOWN';

/** A line of the file as it would be sent. */
export interface RecordLine {
  /** Its number in the file, with the head as the first. */
  readonly number: number;
  readonly record: SourceRecordInput;
  readonly fault: LineFault | null;
}

/** The columns that are needed and that the file does not have. */
export function missingColumns({ head }: CsvTable): readonly RecordColumn[] {
  return recordColumns.filter((column) => column.isNeeded && placeOfColumn(head, column) === -1);
}

/** Each line with what is wrong with it. What a rule of the registry refuses besides, the registry says. */
export function linesOf({ head, rows }: CsvTable): readonly RecordLine[] {
  const places = recordColumns.map((column) => [column.field, placeOfColumn(head, column)] as const);
  const seen = new Set<string>();
  return rows.map((cells, index) => {
    const record: SourceRecordInput = Object.fromEntries(
      places.flatMap(([field, place]) => {
        const text = cells[place] ?? '';
        return text === '' ? [] : [[field, field === 'birthDate' ? isoDay(text) : text]];
      }),
    );
    const fault = faultOf(record, seen);
    if (record.localKey != null) seen.add(record.localKey);
    return { number: index + 2, record, fault };
  });
}

function placeOfColumn(head: readonly string[], { heads }: RecordColumn): number {
  const known = new Set(heads.map(plain));
  return head.findIndex((name) => known.has(plain(name)));
}

/** A head without its case, whichever alphabet it is written by: `FİN`, `FIN` and `fin` are one. */
function plain(head: string): string {
  return head.trim().toLowerCase().replaceAll('\u0307', '').replaceAll('ı', 'i');
}

function faultOf(
  { localKey, givenName, familyName, birthDate }: SourceRecordInput,
  seen: ReadonlySet<string>,
): LineFault | null {
  if (localKey == null) return 'KEY_MISSING';
  if (seen.has(localKey)) return 'KEY_TWICE';
  if (givenName == null || familyName == null) return 'NAME_MISSING';
  return birthDate != null && !/^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? 'DAY_UNKNOWN' : null;
}

/** A day as people here write it, `28.05.2004`, as `2004-05-28`; another text stays. */
function isoDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  return day === undefined || month === undefined || year === undefined
    ? text
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
