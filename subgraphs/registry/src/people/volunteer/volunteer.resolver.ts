import { Allow, anyone, signedIn } from '@birlik/trust/allow';
import { ConnectionArgs, type Connection } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { SeenPerson } from '../../decision/grant.loader.js';
import type { VolunteerEntity } from './volunteer.entity.js';
import { fullName, listVolunteers, openContact } from './volunteer.service.js';
import { Contact, Volunteer, VolunteerConnection } from './volunteer.type.js';

@Resolver(() => Volunteer)
export class VolunteerResolver {
  @Allow(anyone)
  @Query(() => Volunteer, {
    nullable: true,
    description: 'The viewer’s own profile; null for a viewer who is no volunteer and while the service is down.',
  })
  me(@Ctx() context: RequestContext): Volunteer | null {
    const id = context.viewer?.volunteerId;
    return id ? { id } : null;
  }

  @Allow(signedIn)
  @Query(() => Volunteer, {
    nullable: true,
    description:
      'A person by id, for signed-in viewers. Any id gives a person, whose fields are withheld without a right to them: who is registered is not revealed. Null while the service is down.',
  })
  volunteer(@Arg('id', () => ID, { description: 'The person’s id in the federation.' }) id: string): Volunteer {
    return { id };
  }

  /** A read is noted for each operation, also where none of a person's fields is asked for. */
  @Directive('@tag(name: "unshared")')
  @Allow(signedIn)
  @Query(() => VolunteerConnection, {
    nullable: true,
    description:
      'The people with whom the viewer’s organisation has a tie, and those who consented to it for the purpose of this operation, in an order of that organisation’s own; null while the service is down.',
  })
  volunteers(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<Volunteer>> {
    return listVolunteers(context, args);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The full name as the person writes it; null without a grant for the category CONTACT.',
  })
  async name(@Root() volunteer: SeenPerson, @Ctx() context: RequestContext): Promise<string | null> {
    const row = await openContact(context, volunteer);
    return row && fullName(row);
  }

  @FieldResolver(() => Contact, {
    nullable: true,
    description: 'Contact and home; null without a grant for the category CONTACT.',
  })
  contact(@Root() volunteer: SeenPerson, @Ctx() context: RequestContext): Promise<VolunteerEntity | null> {
    return openContact(context, volunteer);
  }
}
