import { defineLoader } from '@birlik/kernel/loader';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import type { RequestContext } from '@birlik/trust/context';

/** The codes of the purposes that an organisation may state, in the order of their list. */
export const purposesByOrganization = defineLoader<string, readonly string[], RequestContext>(async (ids, { em }) => {
  const rows = await runStatement<{ purposes: readonly string[] }>(
    em,
    `select array(select code from purpose where purpose_refusal(code, asked.id, null) is null order by place) as purposes
       from unnest(?::uuid[]) with ordinality asked (id, number) order by number`,
    [arrayLiteral(ids)],
  );
  return ids.map((_, index) => rows[index]?.purposes ?? []);
});
