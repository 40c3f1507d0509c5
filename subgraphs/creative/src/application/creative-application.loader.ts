import { defineGrantLoader, type GrantLoader } from '@birlik/trust/grant-loader';
import { CreativeApplicationEntity } from './creative-application.entity.js';

const newest = { orderBy: [{ appliedAt: 'desc' }, { id: 'desc' }], most: 20 } as const;

/** A person's applications that the grant opens, newest first, at most 20. */
export const applicationsByGrant: GrantLoader<CreativeApplicationEntity> = defineGrantLoader(
  CreativeApplicationEntity,
  newest,
);

/** Those of them that wait for a guardian. */
export const waitingByGrant: GrantLoader<CreativeApplicationEntity> = defineGrantLoader(CreativeApplicationEntity, {
  ...newest,
  where: `one.status = 'awaiting_guardian'`,
});
