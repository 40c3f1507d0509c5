import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { DateScalar } from '@birlik/kernel/scalars';
import type { LocalizedText } from '@birlik/kernel/localized';
import type { RequestContext } from '../context/context.js';
import { linkToFile, type FileEntity } from '../file/file.js';
import { standsForPerson, type Grant } from '../grant/grant.js';
import { LocalizedField } from '../localized-field/localized-field.js';
import { exportRows, memberField, mostRows, type LinkOf, type PersonalData } from '../personal-data/personal-data.js';
import { GrantScalar, PersonalRowScalar } from '../scalars/scalars.js';

@Directive('@shareable')
@ObjectType({ description: 'What a member holds about a person in one of its tables.' })
export class PersonalTableExport {
  @Field(() => String, { description: 'The table’s name, and a column’s where it names people in several.' })
  readonly name!: string;

  @Field(() => Int, {
    description: 'How many rows, not of people, there are about the person; more than are shown where there are many.',
  })
  readonly rowCount!: number;

  @Field(() => [PersonalRowScalar], {
    description: `The rows, oldest first, the newest ${mostRows} of them, without ids of people; other ids are of this export alone, but for those of what is public, such as organisations.`,
  })
  readonly rows!: readonly Readonly<Record<string, unknown>>[];

  @Field(() => Int, { description: 'How many rows, not of people, an erasure today would keep.' })
  readonly keptRows!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When the last of the kept rows may be erased; null if none would be kept, or with no end.',
  })
  readonly keptUntil!: string | null;

  @LocalizedField({
    nullable: true,
    description: 'Why rows would be kept, in the caller’s language; null if none would.',
  })
  readonly reason!: LocalizedText | null;
}

@Directive('@shareable')
@ObjectType({ description: 'Everything that one member holds about a person.' })
export class PersonalSection {
  @Field(() => Date, { description: 'When it was read.' })
  readonly asOf!: Date;

  @Field(() => [PersonalTableExport], { description: 'Every table about people, empty ones too, at most 100.' })
  readonly tables!: readonly PersonalTableExport[];
}

/** Reads the section of one member. The caller has made sure that the grant is the person's own, or a minor's guardian's. */
export async function readSection(
  context: RequestContext,
  personalData: PersonalData,
  grant: Grant,
): Promise<PersonalSection> {
  const linkOf: LinkOf = async (row) => (await linkToFile(context, row as unknown as FileEntity))?.path ?? null;
  const about = { person: grant.sub, withSecrets: grant.basis === 'self' };
  return { asOf: new Date(), tables: await exportRows(context.about(grant), personalData, about, linkOf) };
}

/** The export itself is the registry's; a member adds its section. */
export const resolveDataExport = (reference: object): object => reference;

/**
 * The type and the resolver that add a member's section to the export: behind the grant of the member's category, which
 * the registry decided and logged, and for the person themself and a minor's guardian only.
 */
export function dataExportOf(personalData: PersonalData): { readonly type: Function; readonly resolver: Function } {
  const { grantField } = personalData;
  if (grantField === null && personalData.tables.length > 0) {
    throw new Error(`${personalData.member} holds data about people, so its section needs a grant.`);
  }

  @Directive('@key(fields: "id")')
  @ObjectType({ description: 'Everything that the members of the federation hold about a person.' })
  class DataExport {
    @Directive('@inaccessible')
    @Field(() => ID, { description: 'The person’s id in the federation.' })
    readonly id!: string;
  }
  if (grantField !== null) {
    Directive('@external')(DataExport.prototype, grantField);
    Field(() => GrantScalar, {
      nullable: true,
      description: 'The registry’s decision on this member’s category; null when the viewer may not read it.',
    })(DataExport.prototype, grantField);
  }

  @Resolver(() => DataExport)
  class DataExportResolver {
    @FieldResolver(() => PersonalSection, {
      name: memberField(personalData.member),
      nullable: true,
      description: `What ${personalData.member} holds; an error and null while it is down, null without a right to it.`,
    })
    async section(@Root() root: DataExport, @Ctx() context: RequestContext): Promise<PersonalSection | null> {
      if (grantField === null) return { asOf: new Date(), tables: [] };
      const token = (root as unknown as Readonly<Record<string, string | null | undefined>>)[grantField];
      const grant = context.openGrant(token, root.id);
      return grant && standsForPerson(grant) ? readSection(context, personalData, grant) : null;
    }
  }
  if (grantField !== null) Directive(`@requires(fields: "${grantField}")`)(DataExportResolver.prototype, 'section');
  return { type: DataExport, resolver: DataExportResolver };
}
