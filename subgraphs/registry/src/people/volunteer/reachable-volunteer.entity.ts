import { defineEntity, p } from '@mikro-orm/core';

/**
 * A view: the people with whom the viewer's organisation has a tie now, and those who consented to it, or to every
 * accredited member, for the purpose of the operation.
 */
const ReachableVolunteerSchema = defineEntity({
  name: 'ReachableVolunteerEntity',
  tableName: 'reachable_volunteer',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    /** Where the person stands in the organisation's list: in another place for each organisation. */
    position: p.string(),
  },
});

export class ReachableVolunteerEntity extends ReachableVolunteerSchema.class {}
ReachableVolunteerSchema.setClass(ReachableVolunteerEntity);
