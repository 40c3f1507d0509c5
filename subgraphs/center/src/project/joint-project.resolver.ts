import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, anyone } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { AgreementEntity } from '../agreement/agreement.entity.js';
import { agreementById } from '../agreement/agreement.loader.js';
import { Agreement } from '../agreement/agreement.type.js';
import { Country } from '../country/country.type.js';
import { JointProjectEntity } from './joint-project.entity.js';
import { JointProject, JointProjectConnection } from './joint-project.type.js';

@Resolver(() => JointProject)
export class JointProjectResolver {
  @Allow(anyone)
  @Query(() => JointProjectConnection, {
    nullable: true,
    description: 'The joint projects of the member countries, newest first; null while the service is down.',
  })
  jointProjects(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('withoutAgreement', () => Boolean, {
      nullable: true,
      description: 'Only those that rest on no agreement, or only those that rest on one; all if unset.',
    })
    withoutAgreement: boolean | null,
  ): Promise<Connection<JointProjectEntity>> {
    return findConnection(context.em, JointProjectEntity, {
      args,
      where: withoutAgreement == null ? {} : { agreementId: withoutAgreement ? null : { $ne: null } },
      orderBy: [{ id: 'desc' }],
    });
  }

  @FieldResolver(() => Agreement, {
    nullable: true,
    description: 'The agreement on which it rests; null if it rests on none.',
  })
  async agreement(
    @Root() { agreementId }: JointProjectEntity,
    @Ctx() context: RequestContext,
  ): Promise<AgreementEntity | null> {
    return agreementId ? agreementById.load(context, agreementId) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether it rests on no agreement, which the center should look into.' })
  withoutAgreement(@Root() { agreementId }: JointProjectEntity): boolean {
    return !agreementId;
  }

  @FieldResolver(() => [Country], {
    nullable: true,
    description: 'The countries that it involves, at most 50; null while the registry is down.',
  })
  countries(@Root() project: JointProjectEntity): Country[] {
    return project.countryCodes.map((code) => ({ code }));
  }
}
