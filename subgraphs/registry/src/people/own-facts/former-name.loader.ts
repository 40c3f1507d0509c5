import { defineRowsLoader } from '@birlik/kernel/rows';
import { FormerNameEntity } from './former-name.entity.js';

/** The names that a person had before, newest first. */
export const formerNamesByVolunteer = defineRowsLoader(FormerNameEntity, 'volunteerId', {
  orderBy: [{ id: 'desc' }],
  most: 50,
});
