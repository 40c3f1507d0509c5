import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../country/country.type.js';
import { AssociationEntity } from './association.entity.js';
import { AlumniAssociation, AlumniAssociationConnection } from './association.type.js';

@Resolver(() => AlumniAssociation)
export class AssociationResolver {
  @Allow(anyone)
  @Query(() => AlumniAssociationConnection, {
    nullable: true,
    description: 'The associations of the platform; null while the service is down.',
  })
  alumniAssociations(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<AssociationEntity>> {
    return findConnection(context.em, AssociationEntity, { args, orderBy: [{ id: 'asc' }] });
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: 'The country in which it has its seat; null while the registry is down.',
  })
  country(@Root() association: AssociationEntity): Country {
    return { code: association.countryCode };
  }
}
