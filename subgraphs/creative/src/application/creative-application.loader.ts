import { defineGrantLoader, type GrantLoader } from '@birlik/trust/grant-loader';
import { CreativeApplicationEntity } from './creative-application.entity.js';

/** A person's applications that the grant opens, newest first, at most 20. */
export const applicationsByGrant: GrantLoader<CreativeApplicationEntity> = defineGrantLoader(
  CreativeApplicationEntity,
  { orderBy: [{ appliedAt: 'desc' }, { id: 'desc' }], most: 20 },
);
