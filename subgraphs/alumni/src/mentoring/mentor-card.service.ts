import { type Connection, type ConnectionArgs, findConnection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import type { FilterQuery } from '@mikro-orm/core';
import { MentorCardEntity } from './mentor-card.entity.js';
import type { MentorCardFilter } from './mentor-card.input.js';

/** A page of the mentors with a free place whom a filter lets through, but for the viewer themself. */
export function findCards(
  context: RequestContext,
  args: ConnectionArgs,
  filter: MentorCardFilter,
): Promise<Connection<MentorCardEntity>> {
  return findConnection(context.em, MentorCardEntity, { args, where: whereOf(filter), orderBy: [{ id: 'asc' }] });
}

function whereOf({ goal, fieldCode, language, format, countryCode }: MentorCardFilter): FilterQuery<MentorCardEntity> {
  return {
    ...(goal != null && { goals: { $contains: [goal] } }),
    ...(fieldCode != null && { fieldCodes: { $contains: [fieldCode] } }),
    ...(language != null && { languages: { $contains: [language] } }),
    ...(format != null && { formats: { $contains: [format] } }),
    ...(countryCode != null && { countryCode }),
  };
}
