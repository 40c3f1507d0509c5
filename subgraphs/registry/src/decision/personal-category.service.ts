import { personalCategories, type PersonalCategory } from '@birlik/trust/personal-category';
import type { RequestContext } from '@birlik/trust/context';

/**
 * Makes the database's list of categories, and of who holds them, that of the federation. One that consents name cannot be
 * taken out.
 *
 * @param em the database as its owner
 */
export async function listPersonalCategories(
  em: RequestContext['em'],
  categories: readonly PersonalCategory[] = personalCategories,
): Promise<void> {
  const listed = `jsonb_to_recordset(?::jsonb) as listed (code text, holders text[])`;
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
  await em.execute(`delete from personal_category where category not in (select code from ${listed})`, [rows]);
}
