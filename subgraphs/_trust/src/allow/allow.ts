import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { Extensions, UseMiddleware, type MiddlewareFn } from 'type-graphql';
import { RepeatedMutation } from '@birlik/kernel/idempotency';
import type { RequestContext } from '../context/context.js';
import { requireFreshSignIn } from '../fresh-sign-in/fresh-sign-in.js';

/** Something that holds for a request or not. */
export interface Rule {
  /** As it stands in lists of who may do what, such as `organization as officer, admin`. */
  readonly name: string;
  /** @throws DomainError UNAUTHENTICATED or FORBIDDEN when it does not hold */
  readonly check: (context: RequestContext) => void | Promise<void>;
}

/** Holds always: what is read so is the same for everybody, or row-level security alone decides what is seen of it. */
export const anyone: Rule = { name: 'anyone', check: () => {} };

/** Holds for whoever is signed in. */
export const signedIn: Rule = { name: 'signed in', check: (context) => void context.requireViewer() };

/** Holds for a person who is signed in as a volunteer. */
export const volunteer: Rule = { name: 'volunteer', check: (context) => void context.requireVolunteer() };

/** Holds for a token that may change things. */
export const writeScope: Rule = { name: 'write scope', check: (context) => context.requireWriteScope() };

/** Holds for who signed in just now: for what cannot be taken back, and for what makes somebody out of a token. */
export const freshSignIn: Rule = { name: 'fresh sign-in', check: requireFreshSignIn };

/** Holds for who acts for an organisation in one of the roles; in any role when none is given. */
export function organization(...roles: readonly string[]): Rule {
  return {
    name: roles.length === 0 ? 'organization' : `organization as ${roles.join(', ')}`,
    check: (context) => void context.requireOrganization(...roles),
  };
}

const extension = 'allow';

/** Says who may run a query, mutation or subscription: whoever all rules hold for, checked in their order before it. */
export function Allow(...rules: readonly [Rule, ...Rule[]]): MethodDecorator {
  const declare = Extensions({ [extension]: rules.map(({ name }) => name) });
  const check: MiddlewareFn<RequestContext> = async ({ context }, next) => {
    for (const rule of rules) await rule.check(context);
    if (context.isRepetition) throw new RepeatedMutation();
    return next();
  };
  const enforce = UseMiddleware(check);
  return (target, property, descriptor) => {
    declare(target, property, descriptor);
    enforce(target, property, descriptor);
  };
}

/** Who may run what, by `Query.field`: the names of the rules; none where nobody has said it. */
export function allowedBy(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return new Map(
    roots
      .filter((root): root is GraphQLObjectType => root != null)
      .flatMap((root) =>
        Object.values(root.getFields()).map((field): [string, readonly string[]] => [
          `${root.name}.${field.name}`,
          (field.extensions[extension] as readonly string[] | undefined) ?? [],
        ]),
      ),
  );
}

/** Refuses a schema in which an operation does not say who may run it. @throws Error naming the operations */
export function assertAllowed(schema: GraphQLSchema): void {
  const silent = [...allowedBy(schema)].filter(([, rules]) => rules.length === 0).map(([operation]) => operation);
  if (silent.length > 0) throw new Error(`@Allow(…) is missing on ${silent.join(', ')}.`);
}
