import type { RequestContext } from '@birlik/trust/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AgreementEntity } from '../agreement/agreement.entity.js';
import { agreementsByCountry } from '../agreement/agreement.loader.js';
import { Agreement } from '../agreement/agreement.type.js';
import type { ChairTermEntity } from '../chair/chair-term.entity.js';
import { chairTermsByCountry } from '../chair/chair-term.loader.js';
import { ChairTerm } from '../chair/chair-term.type.js';
import type { ConferenceEntity } from '../conference/conference.entity.js';
import { conferencesByCountry } from '../conference/conference.loader.js';
import { Conference } from '../conference/conference.type.js';
import { isMemberByCountry } from '../membership/member-country.loader.js';
import type { JointProjectEntity } from '../project/joint-project.entity.js';
import { jointProjectsByCountry } from '../project/joint-project.loader.js';
import { JointProject } from '../project/joint-project.type.js';
import { Cooperation } from './cooperation.type.js';

@Resolver(() => Cooperation)
export class CooperationResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the country is a member of the center.' })
  member(@Root() { code }: Cooperation, @Ctx() context: RequestContext): Promise<boolean> {
    return isMemberByCountry.load(context, code);
  }

  @FieldResolver(() => [ChairTerm], {
    description: 'The chair terms that organisations of the country hold or held, newest first, at most 50.',
  })
  chairTerms(@Root() { code }: Cooperation, @Ctx() context: RequestContext): Promise<ChairTermEntity[]> {
    return chairTermsByCountry.load(context, code);
  }

  @FieldResolver(() => [Agreement], {
    description: 'The agreements that involve the country, newest first, at most 50.',
  })
  agreements(@Root() { code }: Cooperation, @Ctx() context: RequestContext): Promise<AgreementEntity[]> {
    return agreementsByCountry.load(context, code);
  }

  @FieldResolver(() => [Conference], {
    description: 'The conferences in which the country took part, newest first, at most 50.',
  })
  conferences(@Root() { code }: Cooperation, @Ctx() context: RequestContext): Promise<ConferenceEntity[]> {
    return conferencesByCountry.load(context, code);
  }

  @FieldResolver(() => [JointProject], {
    description: 'The joint projects that involve the country, newest first, at most 50.',
  })
  jointProjects(@Root() { code }: Cooperation, @Ctx() context: RequestContext): Promise<JointProjectEntity[]> {
    return jointProjectsByCountry.load(context, code);
  }
}
