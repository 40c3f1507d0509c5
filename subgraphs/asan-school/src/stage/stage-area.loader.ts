import { defineRowsLoader } from '@birlik/kernel/rows';
import { StageAreaEntity } from './stage-area.entity.js';

/** The areas of an agency's stages. */
export const areasByOrganization = defineRowsLoader(StageAreaEntity, 'organizationId', {
  readers: 'everyone',
  orderBy: [{ area: 'asc' }, { id: 'asc' }],
});
