import { Directive, Field, ObjectType } from 'type-graphql';
import type { RequestContext } from '../context/context.js';
import { stateRelation, type Relation } from '../relation/relation.js';
import { RelationScalar } from '../scalars/scalars.js';

/** A person as a member knows them that keeps a relation: its statement, for the registry to resolve. */
@Directive('@key(fields: "statement")')
@ObjectType({ description: 'The other one of two people who have to do with each other, as far as that needs it.' })
export class RelatedPerson {
  @Directive('@inaccessible')
  @Field(() => RelationScalar, { description: 'What they are to each other, as the member states it that keeps it.' })
  readonly statement!: string;
}

/**
 * The other one of two people, for the viewer who is one of them: the registry shows a name and a channel. Call it with a
 * relation that lasts now, as the database says, and not as the viewer does.
 *
 * @returns null for anyone else
 */
export function relatedPerson(
  { member, viewer }: RequestContext,
  { kind, id, people }: Pick<Relation, 'kind' | 'id'> & { readonly people: readonly [string, string] },
): RelatedPerson | null {
  const own = viewer?.volunteerId;
  if (!own || !people.includes(own) || !member.grantKey) return null;
  const person = people[0] === own ? people[1] : people[0];
  return { statement: stateRelation({ kind, id, person, viewer: own }, { member: member.name, key: member.grantKey }) };
}
