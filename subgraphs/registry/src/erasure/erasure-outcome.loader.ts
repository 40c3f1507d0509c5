import { defineRowsLoader } from '@birlik/kernel/rows';
import { ErasureOutcomeEntity } from './erasure-outcome.entity.js';

export const erasureOutcomesByRequest = defineRowsLoader(ErasureOutcomeEntity, 'requestId', {
  orderBy: [{ member: 'asc' }],
});
