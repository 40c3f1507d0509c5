import { newId } from '@birlik/kernel/identifier';
import { type ChosenLink, choosePersons, type ClericalDecision } from '@birlik/linkage/choose-persons';
import { type Database, idList } from './run-as-office.service.js';
import { personModel } from '@birlik/linkage/person-model';
import { nearPairs } from '@birlik/linkage/near-pairs';
import { type NormalizedRecord, type RecordPair, weighPairs } from '@birlik/linkage/weigh-pairs';
import { runStatement } from '@birlik/kernel/statement';

/** How many records a key may have before no more of them are read, and how many one record is compared with. */
const mostOfKey = 200;
const mostCandidates = 400;

/**
 * Finds out anew which person each of the records is, and with them all others whose person depends on theirs. Runs in
 * a transaction that acts as the office.
 *
 * @param ids records that are new or have a new version
 */
export async function resolveRecords(em: Database, ids: readonly string[], actor: string): Promise<void> {
  if (ids.length === 0) return;
  const found = await runStatement<{ id: string; candidates: string[] }>(
    em,
    `select id, candidates from linkage_candidates(?::uuid[], ?, ?)`,
    [idList(ids), mostOfKey, mostCandidates],
  );
  const records = await runStatement<NormalizedRecord>(em, `select * from linkage_record where id = any(?::uuid[])`, [
    idList(new Set([...ids, ...found.flatMap(({ candidates }) => candidates)])),
  ]);
  const pairs = candidatePairs(records, found);
  const touched = await replacePairs(em, weighPairs(records, pairs), ids);
  await relink(em, new Set([...ids, ...touched]), { actor, asked: ids, near: sightings(records, pairs) });
}

/** A record, and another one that came near it. */
interface Sighting {
  readonly recordId: string;
  readonly otherId: string;
}

/** Of compared pairs those that came near, seen from both sides. */
function sightings(
  records: readonly NormalizedRecord[],
  pairs: readonly (readonly [number, number])[],
): readonly Sighting[] {
  const id = (place: number): string => records[place]?.id ?? '';
  return nearPairs(records, pairs).flatMap(([left, right]) => [
    { recordId: id(left), otherId: id(right) },
    { recordId: id(right), otherId: id(left) },
  ]);
}

/** By position, each pair once also where both records asked for it. */
function candidatePairs(
  records: readonly NormalizedRecord[],
  found: readonly { readonly id: string; readonly candidates: readonly string[] }[],
): readonly (readonly [number, number])[] {
  const places = new Map(records.map(({ id }, place) => [id, place]));
  const pairs = new Map<string, readonly [number, number]>();
  for (const { id, candidates } of found) {
    for (const other of candidates) {
      pairs.set([id, other].toSorted().join(' '), [places.get(id) ?? -1, places.get(other) ?? -1]);
    }
  }
  return [...pairs.values()];
}

/** Writes what the comparison of the records gave, in the place of what it gave before; gives the records on both sides. */
async function replacePairs(
  em: Database,
  pairs: readonly RecordPair[],
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = pairs.map((pair) => ({ ...pair, id: newId() }));
  const touched = await runStatement<{ id: string }>(
    em,
    `with given as (
      select * from jsonb_to_recordset(?::jsonb) as pair (id uuid, "leftId" uuid, "rightId" uuid, "matchStatus" text,
        "nationalNumberMatch" text, weight double precision, fields jsonb)
    ), gone as (
      delete from linkage_pair pair where (left_id = any(?::uuid[]) or right_id = any(?::uuid[]))
         and not exists (select from given where (given."leftId", given."rightId") = (pair.left_id, pair.right_id))
      returning left_id, right_id
    ), written as (
      insert into linkage_pair (id, left_id, right_id, model_version, match_status, national_number_match, weight, fields)
      select id, "leftId", "rightId", ?, "matchStatus", "nationalNumberMatch", weight, fields from given
      on conflict (left_id, right_id) do update
         set raised_at = excluded.raised_at, model_version = excluded.model_version,
             match_status = excluded.match_status, national_number_match = excluded.national_number_match,
             weight = excluded.weight, fields = excluded.fields
       where (linkage_pair.model_version, linkage_pair.match_status, linkage_pair.national_number_match, linkage_pair.fields)
          is distinct from (excluded.model_version, excluded.match_status, excluded.national_number_match, excluded.fields)
    )
    select unnest(array[left_id, right_id]) as id from gone
     union select unnest(array["leftId", "rightId"]) from given`,
    [JSON.stringify(rows), idList(ids), idList(ids), personModel.version],
  );
  return touched.map(({ id }) => id);
}

/** What the database function of this name finds; null where there is nothing. */
interface Component {
  readonly records: readonly (NormalizedRecord & { readonly isVolunteer: boolean })[] | null;
  readonly pairs: readonly RecordPair[] | null;
  readonly decisions: readonly ClericalDecision[] | null;
  readonly links: readonly (ChosenLink & { readonly id: string; readonly modelVersion: number })[] | null;
}

/**
 * Chooses the persons of the records anew, and of all that are connected with them, and writes what is different now: links,
 * which questions are open, and the rows in the logs of people whom submitted records came near.
 *
 * @param options.asked records that have just been compared, and `near` what came near them
 */
export async function relink(
  em: Database,
  ids: Iterable<string>,
  options: { readonly actor: string; readonly asked?: readonly string[]; readonly near?: readonly Sighting[] },
): Promise<void> {
  const { actor, asked = [], near = [] } = options;
  const [component] = await runStatement<Component>(
    em,
    `select records, pairs, decisions, links from linkage_component(?::uuid[])`,
    [idList(ids)],
  );
  const records = component?.records ?? [];
  const chosen = choosePersons({
    records,
    volunteers: new Set(records.filter(({ isVolunteer }) => isVolunteer).map(({ id }) => id)),
    pairs: component?.pairs ?? [],
    decisions: component?.decisions ?? [],
  });
  const moved = await writeLinks(em, { before: component?.links ?? [], chosen, actor });
  await runStatement(em, `select settle_linkage_questions(?::uuid[])`, [idList(records.map(({ id }) => id))]);
  const told = new Set([...asked, ...moved]);
  if (told.size === 0) return;
  await runStatement(em, `select log_submissions(?::uuid[], ?::jsonb)`, [idList(told), JSON.stringify(near)]);
}

/** Closes the links that hold no longer and opens those that hold from now on, each with its event; gives their records. */
async function writeLinks(
  em: Database,
  { before, chosen, actor }: { before: NonNullable<Component['links']>; chosen: readonly ChosenLink[]; actor: string },
): Promise<readonly string[]> {
  const live = new Map(before.map((link) => [link.recordId, link]));
  const changes = chosen.flatMap((link) => {
    const old = live.get(link.recordId);
    return old && isSame(old, link) ? [] : [{ ...link, id: newId(), eventId: newId(), oldId: old?.id ?? null, old }];
  });
  if (changes.length === 0) return [];
  const ended = changes.filter(({ old }) => old !== undefined);
  if (ended.length > 0) {
    await runStatement(
      em,
      `with ended as (
         update person_link set valid_to = greatest(clock_timestamp(), valid_from)
          where id = any(?::uuid[]) returning record_id, person_id
       ), moved as (
         select * from jsonb_to_recordset(?::jsonb) as moved (id uuid, "recordId" uuid)
       )
       insert into linkage_event (id, kind, actor, record_id, person_id)
       select moved.id, 'unlinked', ?, ended.record_id, ended.person_id
         from ended join moved on moved."recordId" = ended.record_id`,
      [
        idList(ended.flatMap(({ oldId }) => oldId ?? [])),
        JSON.stringify(ended.map(({ recordId }) => ({ id: newId(), recordId }))),
        actor,
      ],
    );
  }
  await runStatement(
    em,
    `with begun as (
       select * from jsonb_to_recordset(?::jsonb) as link (id uuid, "eventId" uuid, "recordId" uuid, "personId" uuid,
         status text, method text, weight double precision, explanation jsonb)
     ), written as (
       insert into person_link (id, record_id, person_id, status, method, model_version, weight, explanation)
       select id, "recordId", "personId", status, method, ?, weight, explanation from begun
     )
     insert into linkage_event (id, kind, actor, record_id, other_record_id, person_id)
     select "eventId", 'linked', ?, "recordId", (explanation ->> 'recordId')::uuid, "personId" from begun`,
    [JSON.stringify(changes.map(({ old: _old, ...link }) => link)), personModel.version, actor],
  );
  return changes.map(({ recordId }) => recordId);
}

function isSame(old: NonNullable<Component['links']>[number], link: ChosenLink): boolean {
  const text = ({ personId, status, method, weight, explanation }: ChosenLink): string =>
    JSON.stringify([
      personId,
      status,
      method,
      weight,
      explanation?.recordId,
      explanation?.fields.map(({ field, level, weight: bits }) => [field, level, bits]),
    ]);
  return old.modelVersion === personModel.version && text(old) === text(link);
}
