import { Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';
import { buildFederatedSchema } from './federation.js';

@ObjectType({ description: 'A book.' })
class Book {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;
}

@ObjectType({ description: 'A reader.' })
class Reader {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;
}

@Resolver(() => Book)
class BookResolver {
  @Query(() => Book, { description: 'A book.' })
  book(): Book {
    return { id: '1' };
  }
}

const keep = (reference: object) => reference;

test('a reference to a type that no field leads to is refused, unless the type is named', () => {
  const definition = { resolvers: [BookResolver] as [Function], references: { Book: keep, Reader: keep } };
  expect(() => buildFederatedSchema(definition)).toThrow('No field leads to Reader');
  expect(buildFederatedSchema({ ...definition, orphanedTypes: [Reader] }).sdl).toContain('type Reader');
});
