import type { SeedModule } from '@birlik/kernel/member';
import type { Cell } from '@birlik/kernel/seed';
import type { PersonalData } from '@birlik/trust/personal-data';
import type { StoredSource } from '@birlik/trust/source';
import { createDemoData, generated } from '@birlik/demo-data';
import { expect, test } from 'vitest';

/** A member whose demo data is looked at. */
export interface SourcedMember {
  readonly personalData: PersonalData;
  readonly seed: () => Promise<SeedModule>;
}

interface LoadedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The least that the demo data comes in. */
const smallest = 0.1;

/** What the member's demo data loads, people's records left out: they are of people who are made up. */
async function impersonalTables({ personalData, seed }: SourcedMember): Promise<readonly LoadedTable[]> {
  const personal = new Set(personalData.tables.map(({ name }) => name));
  const tables: LoadedTable[] = [];
  const { loadDemo } = await seed();
  await loadDemo({
    scale: smallest,
    async copy(name, columns, rows) {
      if (!personal.has(name)) tables.push({ name, columns, rows: [...rows] });
    },
  });
  return tables;
}

/** Every text that a fact of the demo data quotes. */
function quotedTexts(): ReadonlySet<string> {
  const demo = createDemoData();
  const texts = new Set<string>(demo.organizations.flatMap(({ fact }) => fact?.text ?? []));
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('source' in value && 'text' in value) texts.add(String(value.text));
    Object.values(value).forEach(visit);
  };
  visit(demo.facts);
  return texts;
}

/** What is wrong with the source of a row; null for nothing. */
export function sourceFault(source: unknown, quoted: ReadonlySet<string>): string | null {
  const { document, sentences } = (source ?? {}) as Partial<StoredSource>;
  if (!document?.az || !document['en'] || !sentences) return 'has no source';
  if (sentences.length === 0) return document.az === generated.document.az ? null : 'quotes nothing';
  const invented = sentences.find((sentence) => !quoted.has(sentence));
  return invented === undefined ? null : `quotes what no source has: ${invented}`;
}

/**
 * Tests that a member's demo data says of every row where it is stated, or that it is made up.
 *
 * @param options.parts tables whose rows are told with a row of another table, which names the source of both
 * @param options.unshown tables whose rows nobody but their own organisation sees
 */
export function testSources(
  member: SourcedMember,
  options: { readonly parts?: readonly string[]; readonly unshown?: readonly string[] } = {},
): void {
  const exempt = new Set([...(options.parts ?? []), ...(options.unshown ?? [])]);

  test('everything in the demo data that is not about a person says where it is stated', async () => {
    const quoted = quotedTexts();
    const tables = await impersonalTables(member);
    const faults = tables
      .filter(({ name }) => !exempt.has(name))
      .flatMap(({ name, columns, rows }) =>
        rows.flatMap((row) => {
          const fault = sourceFault(row[columns.indexOf('source')], quoted);
          return fault === null ? [] : [`${name} ${String(row[0])} ${fault}`];
        }),
      );
    expect(faults).toEqual([]);
    expect([...exempt].filter((name) => !tables.some((table) => table.name === name))).toEqual([]);
  });
}
