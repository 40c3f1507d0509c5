import { defineRowsLoader } from '@birlik/kernel/rows';
import { IdentityBindingEntity } from './identity-binding.entity.js';

/** The bindings of a person, newest first, ended ones too. */
export const bindingsByVolunteer = defineRowsLoader(IdentityBindingEntity, 'volunteerId', {
  orderBy: [{ id: 'desc' }],
  most: 50,
});
