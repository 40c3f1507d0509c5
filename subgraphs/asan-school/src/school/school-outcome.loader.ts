import { defineRowsLoader } from '@birlik/kernel/rows';
import { SchoolOutcomeEntity } from './school-outcome.entity.js';

/** What a school tells of its graduates. */
export const outcomesBySchool = defineRowsLoader(SchoolOutcomeEntity, 'schoolId', {
  readers: 'everyone',
  orderBy: [{ id: 'asc' }],
  most: 50,
});
