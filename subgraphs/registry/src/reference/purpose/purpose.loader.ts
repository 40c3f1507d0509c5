import { defineRowLoader } from '@birlik/kernel/rows';
import { PurposeEntity } from './purpose.entity.js';

/** A purpose by its code; null for a code that is not on the list. */
export const purposeByCode = defineRowLoader(PurposeEntity, 'code', { readers: 'everyone' });
