import { DomainError } from '@birlik/kernel/errors';
import { defineCatalogue } from '@birlik/messages/catalogue';
import { graphql } from 'graphql';
import { buildSchemaSync, Mutation, Query, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';
import { buildMemberSchema } from '../federation/federation.js';
import { Allow, allowedBy, anyone, assertAllowed, type Rule } from './allow.js';

const asked: string[] = [];
const explain = defineCatalogue('club', {
  refused: {
    parameters: { rule: 'text' },
    az: '{rule} deyil.',
    en: 'Not {rule}.',
    ru: 'Не {rule}.',
    tr: '{rule} değil.',
  },
});

function rule(name: string, holds: boolean): Rule {
  return {
    name,
    async check() {
      asked.push(name);
      if (!holds) throw new DomainError('FORBIDDEN', explain('refused', { rule: name }));
    },
  };
}

@Resolver()
class BookResolver {
  @Allow(anyone)
  @Query(() => String, { description: 'A title.' })
  title(): string {
    return 'Title';
  }

  @Allow(rule('early', true), rule('late', false), rule('later', true))
  @Mutation(() => String, { description: 'Burns the book.' })
  burn(): string {
    asked.push('burnt');
    return 'ash';
  }
}

@Resolver()
class SilentResolver {
  @Query(() => String, { description: 'A secret.' })
  secret(): string {
    return 'secret';
  }
}

const schemaOf = (...resolvers: [Function, ...Function[]]) => buildSchemaSync({ resolvers, skipCheck: true });

test('rules are asked in their order before the resolver, up to the first that does not hold', async () => {
  asked.length = 0;
  const { errors } = await graphql({ schema: schemaOf(BookResolver), source: 'mutation { burn }', contextValue: {} });
  expect(errors?.[0]?.originalError).toMatchObject({ code: 'FORBIDDEN', message: 'Not late.' });
  expect(asked).toEqual(['early', 'late']);
});

test('a schema tells who may run what', () => {
  expect(Object.fromEntries(allowedBy(schemaOf(BookResolver)))).toEqual({
    'Query.title': ['anyone'],
    'Mutation.burn': ['early', 'late', 'later'],
  });
});

test('a schema with an operation that says nothing is refused', () => {
  expect(() => assertAllowed(schemaOf(BookResolver))).not.toThrow();
  const personalData = { member: 'library', grantField: null, tables: [] };
  const definition = { resolvers: [BookResolver, SilentResolver] as [Function, Function], references: {} };
  expect(() => buildMemberSchema(definition, 'library', personalData)).toThrow('@Allow(…) is missing on Query.secret.');
});
