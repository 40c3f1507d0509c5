import { personalCategories, type PersonalCategory } from '@birlik/trust/personal-category';
import type { RequestContext } from '@birlik/trust/context';

/**
 * Makes the database's list of categories, of who holds and keeps them, and of those that an emergency opens, that of the
 * federation. One that consents name cannot be
 * taken out.
 *
 * @param em the database as its owner
 */
export async function listPersonalCategories(
  em: RequestContext['em'],
  categories: readonly PersonalCategory[] = personalCategories,
): Promise<void> {
  const listed = `jsonb_to_recordset(?::jsonb) as listed (code text, holders text[], "opensInEmergency" boolean, retention jsonb)`;
  const kept = `${listed} cross join jsonb_to_recordset(retention) as kept (kind text, years integer, reason jsonb)`;
  const rows = JSON.stringify(categories);
  await em.execute(`insert into personal_category select code from ${listed} on conflict do nothing`, [rows]);
  await em.execute(
    `delete from category_holder where (category, organization_kind) not in (
       select code, holder from ${listed} cross join unnest(holders) as holder)`,
    [rows],
  );
  await em.execute(
    `insert into category_holder (category, organization_kind)
     select code, holder from ${listed} cross join unnest(holders) as holder on conflict do nothing`,
    [rows],
  );
  await em.execute(
    `update personal_category set opens_in_emergency = not opens_in_emergency
       from ${listed} where category = code and opens_in_emergency <> coalesce("opensInEmergency", false)`,
    [rows],
  );
  await em.execute(
    `delete from category_retention where (category, organization_kind) not in (select code, kind from ${kept})`,
    [rows],
  );
  await em.execute(
    `insert into category_retention (category, organization_kind, years, reason) select code, kind, years, reason from ${kept}
         on conflict (category, organization_kind) do update set years = excluded.years, reason = excluded.reason`,
    [rows],
  );
  await em.execute(`delete from personal_category where category not in (select code from ${listed})`, [rows]);
}
