import { mapConnection, type Connection } from '@birlik/kernel/connection';
import { Directive, Field, ObjectType } from 'type-graphql';
import { viewerName, type RequestContext } from '../context/context.js';
import { stateListing } from '../listing/listing.js';
import { RelationScalar } from '../scalars/scalars.js';

/** A person in a list as the member knows them that keeps it: its statement, for the registry to resolve. */
@Directive('@key(fields: "statement")')
@ObjectType({ description: 'Somebody in a list of an organisation’s own, once the registry has entered the read.' })
export class ListedVolunteer {
  @Directive('@inaccessible')
  @Field(() => RelationScalar, {
    description: 'That the person stands in the list, as the member states it that keeps it.',
  })
  readonly statement!: string;
}

/**
 * The people of a page of the rows of the viewer's own organisation. Who they are is said by the registry, which first writes the
 * read into each one's log, for a purpose that opens the member's data.
 *
 * @param list the field that lists, such as `alumniVolunteers`, for the log
 * @throws DomainError UNAUTHENTICATED or FORBIDDEN for who acts for no organisation
 */
export function listPeople<Row>(
  context: RequestContext,
  page: Connection<Row>,
  { list, personOf }: { readonly list: string; readonly personOf: (row: Row) => string },
): Connection<ListedVolunteer> {
  return mapConnection(page, (row) => listPerson(context, { list, person: personOf(row) }));
}

/** One of them, for a list whose rows say more than who it is. */
export function listPerson(
  context: RequestContext,
  { list, person }: { readonly list: string; readonly person: string },
): ListedVolunteer {
  const { name: member, grantKey: key } = context.member;
  if (!key) throw new Error(`The member ${member} holds no category, so it lists nobody.`);
  const organization = context.requireOrganization();
  const viewer = viewerName(context.requireViewer());
  return { statement: stateListing({ person, organization, viewer, list }, { member, key }) };
}
