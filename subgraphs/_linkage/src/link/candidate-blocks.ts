import { chooseBlocking, type BlockingRule } from '../blocking/choose-blocking-rules.js';
import { blockingKeys, type BlockingKey } from '../blocking/blocking-keys.js';
import { type BlockIndex, blockIndex, largestBlock } from '../blocking/record-blocks.js';
import { nameCandidates } from '../blocking/name-candidates.js';
import type { Field, RecordTable } from '../table/record-table.js';
import { isNameKind } from '../text/name-kind.js';
import { blockingPart, type LinkageSettings } from './settings.js';

/** The groups of records that are worth a comparison: by the blocking rules of the settings, or by those that the data choose. */
export function candidateBlocks(
  table: RecordTable,
  searched: readonly Field[],
  settings: LinkageSettings,
  isComparable: (left: number, right: number) => boolean,
): BlockIndex {
  const [names, second] = searched;
  const isOneName = names !== undefined && second === undefined && isNameKind(names.kind);
  if (isOneName && settings.blocking === undefined) {
    const mostPerName = Math.ceil((settings.candidatesPerRecord ?? mostPerLoneName) / 2);
    return nameCandidates({ names, mostPerName, isComparable });
  }
  const keys = blockingKeys(searched);
  return blockIndex(searched, keys, blockingRules(keys, table, settings), table.size);
}

const mostPerLoneName = 50;

function blockingRules(
  keys: readonly BlockingKey[],
  { fields, deterministic, size }: RecordTable,
  settings: LinkageSettings,
): readonly BlockingRule[] {
  const certain = keys.filter(({ field, name }) => field >= fields.length && name === 'whole').map((key) => [key]);
  const compared = keys.filter(({ field }) => field < fields.length);
  if (settings.blocking !== undefined) {
    return [...certain, ...settings.blocking.flatMap((rule) => namedRule(rule, fields, compared))];
  }
  // So few records are compared with each other, each with all.
  if (size <= largestBlock) return [[]];
  const candidatesPerRecord = settings.candidatesPerRecord ?? (size <= 20_000 ? 100 : size <= 100_000 ? 60 : 50);
  return [...certain, ...chooseBlocking(compared, { records: size, candidatesPerRecord })].slice(
    0,
    mostRules + deterministic.length,
  );
}

const mostRules = 48;

/** A rule of the settings means every combination of the named fields' keys. */
function namedRule(
  names: readonly string[],
  fields: readonly Field[],
  keys: readonly BlockingKey[],
): readonly BlockingRule[] {
  let rules: readonly BlockingRule[] = [[]];
  for (const name of names) {
    const part = blockingPart(
      name,
      fields.map((field) => field.name),
    );
    const chosen = keys.filter(
      (key) => fields[key.field]?.name === part?.field && (part?.key === null || key.name === part?.key),
    );
    rules = rules.flatMap((rule) => chosen.map((key) => [...rule, key]));
  }
  return rules;
}
