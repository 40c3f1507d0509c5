import type { LocalizedText } from '@birlik/kernel/localized';
import { Field, UseMiddleware, type MiddlewareFn } from 'type-graphql';
import type { RequestContext } from '../context/context.js';

/**
 * A field that shows a text of the row in the caller's language. The property has the row's name for it, and its type:
 * {@link LocalizedText}, or null where the field is nullable.
 */
export function LocalizedField(options: {
  readonly description: string;
  /** @default false */
  readonly nullable?: boolean;
}): PropertyDecorator {
  const { description, nullable = false } = options;
  return (target, property) => {
    const localize: MiddlewareFn<RequestContext> = async ({ root, context }) => {
      const text = (root as Readonly<Record<PropertyKey, LocalizedText | null | undefined>>)[property];
      return text ? context.localize(text) : null;
    };
    Field(() => String, { description, nullable })(target, property);
    UseMiddleware(localize)(target, property);
  };
}
