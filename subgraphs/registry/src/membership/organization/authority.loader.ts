import type { RequestContext } from '@birlik/trust/context';
import { defineLoader } from '@birlik/kernel/loader';
import { readAuthority } from './authority.service.js';

/** Whether the viewer may see an organisation's own affairs: its officers, systems and history. */
export const seesAffairsOf = defineLoader<string, boolean, RequestContext>(async (ids, context) => {
  if (context.organizationId === null) return ids.map(() => false);
  const { office, managed } = await readAuthority(context);
  return ids.map((id) => office || id === managed);
});

const officeOnce = defineLoader<string, boolean, RequestContext>(async (keys, context) => {
  const { office } = await readAuthority(context);
  return keys.map(() => office);
});

/** Whether the viewer acts for the registry's office in one of the roles, found out once a request however many rows ask. */
export async function isOfOffice(context: RequestContext, ...roles: readonly string[]): Promise<boolean> {
  if (!context.viewer?.roles.some((role) => roles.includes(role))) return false;
  return officeOnce.load(context, 'office');
}
