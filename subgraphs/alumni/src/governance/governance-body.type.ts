import { OrganizationField, type Organization } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { governanceFunctions, type GovernanceFunction } from './governance-body.entity.js';

registerEnumType(governanceFunctions, {
  name: 'GovernanceFunction',
  description: 'What a body does in the governance of the platform.',
  valuesConfig: {
    SUPREME: { description: 'The highest body, above all others.' },
    GOVERNING: { description: 'Governs between the meetings of the highest body.' },
    EXECUTIVE: { description: 'Carries out what the others decide.' },
    SUPERVISORY: { description: 'Watches over the others.' },
  },
});

@ObjectType({ description: 'A body in the governance of the platform.' })
export class GovernanceBody {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The body’s id.' })
  readonly id!: string;

  @Field(() => governanceFunctions, { description: 'What the body does.' })
  readonly function!: GovernanceFunction;

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @OrganizationField({
    description: 'The organisation that it governs; null while the registry is down.',
  })
  readonly organization!: Organization;

  @Field(() => Int, {
    description:
      'How much of the live mandates, in percent, has to be there or have passed its voice on for a decision.',
  })
  readonly quorumPercent!: number;

  @Field(() => Int, {
    description: 'How many voices of others one member may hold at a meeting; not a count of people.',
  })
  readonly mostProxies!: number;

  @SourceField()
  readonly source!: Source | null;
}

export const GovernanceBodyConnection = connectionType('GovernanceBody', () => GovernanceBody);
