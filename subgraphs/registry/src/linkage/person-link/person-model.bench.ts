import { hash } from 'node:crypto';
import { registerRecords, type RegisterRecord } from '@birlik/demo-data/register-records';
import { levelWeight } from '@birlik/linkage/linkage-model.rule';
import { readSettings } from '@birlik/linkage/linkage-settings.rule';
import { linkRecords } from '@birlik/linkage/record-linkage.rule';
import { recordTableBuilder } from '@birlik/linkage/record-table.rule';
import type { PersonModel } from './person-model.rule.js';
import { type LinkageRecord, weighPairs } from './record-pairs.rule.js';
import { comparedValues, recordKeys, recordTexts, type RecordValues } from './record-texts.rule.js';

/**
 * Trains the fixed model on invented registers, without their answers, and measures the model of this build on others,
 * with their answers. Prints the measures on standard error and the trained model on standard output, from where it
 * takes the place of the one in `person-model.rule.ts`. The argument is the model's version.
 */
const people = 20_000;
const mostFrequent = 300;

function valuesOf(record: RegisterRecord): RecordValues {
  return {
    givenName: record.given,
    familyName: record.family,
    patronymic: record.patronymic,
    birthDate: record.born,
    phone: record.phone,
    email: email(record),
  };
}

/** The registers have no addresses: half of the records get one, one in eight of these not the person's usual one. */
function email({ id, person }: RegisterRecord): string | null {
  const draw = hash('sha256', id, 'buffer').readUInt8() % 16;
  if (draw < 8) return null;
  if (draw === 8) return `other.${id}@example.org`;
  return draw === 9 ? `person${person}x@example.az` : `person${person}@example.az`;
}

function trained(version: number): PersonModel {
  const settings = readSettings({
    id: 'id',
    fields: Object.fromEntries(comparedValues.map(({ name, kind }) => [name, kind])),
  });
  if (!settings.ok) throw new Error(settings.faults.join('\n'));
  const builder = recordTableBuilder(settings.settings);
  for (const record of registerRecords(people, 'person-model')) {
    const values = valuesOf(record);
    builder.add({
      source: 'training',
      id: record.id,
      cells: builder.columns.map((name) => values[name as keyof RecordValues] ?? ''),
    });
  }
  const table = builder.build();
  const { model, comparison } = linkRecords(table, settings.settings, () => undefined);
  const byField = <Value>(of: (field: number) => Value) =>
    Object.fromEntries(comparedValues.map(({ name }, field) => [name, of(field)]));
  const round = (value: number, places: number): number => Number(value.toFixed(places));
  return {
    version,
    twins: model.twins === null ? null : round(model.twins, 6),
    weights: byField((field) =>
      Object.fromEntries(
        (comparison.levelNames[field] ?? [])
          .slice(1)
          .map((level, at) => [level, round(levelWeight(model, field, at + 1), 3)]),
      ),
    ) as PersonModel['weights'],
    coincidence: byField((field) => round(model.different[field]?.at(-1) ?? 0, 9)) as PersonModel['coincidence'],
    frequent: Object.fromEntries(
      (['givenName', 'familyName', 'patronymic'] as const).map((name) => {
        const field = table.fields.find((one) => one.name === name);
        const counts = new Map<string, number>();
        for (const value of field?.values ?? []) {
          const text = field?.texts[value] ?? '';
          if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
        }
        const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
        const frequent = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, mostFrequent);
        return [name, Object.fromEntries(frequent.map(([text, count]) => [text, Math.round((count / known) * 1e6)]))];
      }),
    ),
  };
}

/** The declaration in `person-model.rule.ts`. */
function moduleText({ version, twins, weights, coincidence, frequent }: PersonModel): string {
  const lists = Object.entries(frequent).map(([name, shares]) => {
    const entries = Object.entries(shares).map(([text, share]) => `${text.replaceAll(' ', '_')}:${share}`);
    const lines = Array.from({ length: Math.ceil(entries.length / 7) }, (_, at) =>
      entries.slice(7 * at, 7 * at + 7).join(' '),
    );
    return `    ${name}: shares(\`\n      ${lines.join('\n      ')}\n    \`),\n`;
  });
  return `export const personModel: PersonModel = {
  version: ${version},
  twins: ${twins},
  weights: ${JSON.stringify(weights)},
  coincidence: ${JSON.stringify(coincidence)},
  frequent: {\n${lists.join('')}  },\n};\n`;
}

function measure(): string {
  const truth = new Map<string, string>();
  const records: LinkageRecord[] = [];
  const blocks = new Map<string, number[]>();
  for (const record of registerRecords(people, 'person-model-gate')) {
    const texts = recordTexts({ ...valuesOf(record), email: null });
    truth.set(record.id, record.person);
    const number = records.push({
      id: record.id,
      organizationId: 'gate',
      localKey: record.id,
      texts,
      nationalIds: [],
      isUnique: false,
    });
    for (const key of recordKeys(texts, [])) blocks.set(key, [...(blocks.get(key) ?? []), number - 1]);
  }
  const candidates = new Map<string, [number, number]>();
  for (const members of blocks.values()) {
    for (const [at, a] of members.entries()) for (const b of members.slice(at + 1)) candidates.set(`${a} ${b}`, [a, b]);
  }
  const isTrue = (a: string, b: string): boolean => truth.get(a) === truth.get(b);
  const sizes = [...Map.groupBy(truth.values(), (person) => person).values()].map(({ length }) => length);
  const all = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const blocked = [...candidates.values()].filter(([a, b]) =>
    isTrue(records[a]?.id ?? '', records[b]?.id ?? ''),
  ).length;
  const pairs = weighPairs(records, [...candidates.values()]);
  const share = (band: string): string => {
    const inBand = pairs.filter((pair) => pair.band === band);
    const right = inBand.filter(({ leftId, rightId }) => isTrue(leftId, rightId)).length;
    return `${band}: ${inBand.length} pairs, precision ${(right / inBand.length).toFixed(5)}, ${(right / all).toFixed(4)} of all matches`;
  };
  return [
    `${records.length} records of ${people} people, ${all} matching pairs`,
    `keys find ${(blocked / all).toFixed(4)} of them, with ${(candidates.size / records.length).toFixed(1)} candidates a record`,
    share('auto'),
    share('review'),
  ].join('\n');
}

process.stdout.write(moduleText(trained(Number(process.argv[2] ?? 1))));
process.stderr.write(`${measure()}\n`);
