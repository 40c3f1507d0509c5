import { Directive, Field, ID, ObjectType, UseMiddleware, type MiddlewareFn } from 'type-graphql';

/** An organisation as a member knows it that adds no field to it: its id, for others to resolve. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: 'A member organisation of the federation, or one that its members work with.' })
export class Organization {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation’s id in the federation.' })
  readonly id!: string;
}

/**
 * A field that names an organisation by its id in a column of the row. It is nullable, since the registry, which resolves
 * the organisation, may be down.
 */
export function OrganizationField(options: {
  readonly description: string;
  /** The column, as a property of the row. @default 'organizationId' */
  readonly column?: string;
  /** The type of a member that adds fields to organisations. @default the one without */
  readonly type?: () => new () => Organization;
}): PropertyDecorator {
  const { description, column = 'organizationId', type = () => Organization } = options;
  const refer: MiddlewareFn = async ({ root }) => {
    const id = (root as Readonly<Record<string, string | null | undefined>>)[column];
    return id ? { id } : null;
  };
  return (target, property) => {
    Field(() => type(), { description, nullable: true })(target, property);
    UseMiddleware(refer)(target, property);
  };
}
