import { defineRowLoader } from '@birlik/kernel/rows';
import { PortalEntity } from './portal.entity.js';

export const portalById = defineRowLoader(PortalEntity, 'id', { readers: 'everyone' });
