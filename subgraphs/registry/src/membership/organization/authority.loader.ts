import type { RequestContext } from '@birlik/trust/context';
import { defineLoader } from '@birlik/kernel/loader';
import { readAuthority } from './authority.service.js';

/** Whether the viewer may see an organisation's own affairs: its officers, systems and history. */
export const seesAffairsOf = defineLoader<string, boolean, RequestContext>(async (ids, context) => {
  if (context.organizationId === null) return ids.map(() => false);
  const { office, managed } = await readAuthority(context);
  return ids.map((id) => office || id === managed);
});
