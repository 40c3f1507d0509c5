import type { RequestContext } from '@birlik/trust/context';
import { purposes as published, type Purpose } from '@birlik/trust/purpose';

/** The parts of a purpose that are lists, with the table and the column that hold them. */
const parts = [
  ['purpose_category', 'category', 'opens'],
  ['purpose_kind', 'organization_kind', 'kinds'],
  ['purpose_role', 'role', 'roles'],
] as const;

/**
 * Makes the database's table of purposes that of the federation. One that consents name cannot be taken out; a consent for what
 * its purpose no longer opens stays, and opens nothing.
 *
 * @param em the database as its owner
 */
export async function listPurposes(em: RequestContext['em'], purposes: readonly Purpose[] = published): Promise<void> {
  const rows = JSON.stringify(
    purposes.map((purpose, place) => ({
      ...purpose,
      place,
      opens: purpose.opens.map((category) => category.toLowerCase()),
    })),
  );
  const listed = `jsonb_to_recordset(?::jsonb) as listed (code text, name jsonb, "legalText" jsonb, opens text[],
    kinds text[], roles text[], "needsCase" boolean, "disclosureDelayDays" integer, place integer)`;
  const columns = '(name, legal_text, disclosure_delay_days, needs_case, place)';
  await em.execute(
    `insert into purpose (code, name, legal_text, disclosure_delay_days, needs_case, place)
     select code, name, "legalText", "disclosureDelayDays", "needsCase", place from ${listed}
     on conflict (code) do update set ${columns} = (excluded.name, excluded.legal_text, excluded.disclosure_delay_days,
       excluded.needs_case, excluded.place)`,
    [rows],
  );
  await em.execute(`delete from purpose where code not in (select code from ${listed})`, [rows]);
  for (const [table, column, part] of parts) {
    const wanted = `select code, part from ${listed} cross join unnest(${part}) as part`;
    const closed = await em.execute<{ affectedRows: number }>(
      `delete from ${table} where (purpose, ${column}) not in (${wanted})`,
      [rows],
      'run',
    );
    const opened = await em.execute<{ affectedRows: number }>(
      `insert into ${table} (purpose, ${column}) ${wanted} on conflict do nothing`,
      [rows],
      'run',
    );
    if (table === 'purpose_category' && closed.affectedRows + opened.affectedRows > 0) await followInLists(em);
  }
}

/**
 * Brings whom organisations may list into line with what is open. The function that takes in what is opened anew may be one of
 * before, or not there yet where there are no consents either; what is closed is taken out without it.
 */
async function followInLists(em: RequestContext['em']): Promise<void> {
  const [known] = await em.execute<{ is: boolean }[]>(
    `select to_regprocedure('compare_reach(boolean)') is not null as is`,
  );
  if (known?.is) await em.execute('select compare_reach(true)');
  await em.execute(
    `delete from reach using consent c
      where c.id = reach.id and not exists (
        select from purpose_category o where o.purpose = c.purpose and o.category = c.category)`,
  );
}
