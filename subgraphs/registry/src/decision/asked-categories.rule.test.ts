import { execute, parse, GraphQLObjectType, GraphQLSchema, GraphQLString, GraphQLList } from 'graphql';
import { expect, test } from 'vitest';
import { askedCategories } from './asked-categories.rule.js';

const person: GraphQLObjectType = new GraphQLObjectType({
  name: 'Person',
  fields: () => ({
    studyGrant: { type: GraphQLString },
    alumniGrant: { type: GraphQLString },
    name: { type: GraphQLString },
    friend: { type: person, resolve: () => ({}) },
    asked: { type: GraphQLString, resolve: (_root, _args, _context, info) => askedCategories(info).toSorted().join() },
  }),
});
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: { people: { type: new GraphQLList(person), resolve: () => [{}, {}] } },
  }),
});

function ask(document: string): unknown {
  return execute({ schema, document: parse(document) });
}

test('the categories are those of the grants beside the field', () => {
  expect(ask(`{ people { asked studyGrant alumniGrant } }`)).toMatchObject({
    data: { people: [{ asked: 'alumni,study' }, { asked: 'alumni,study' }] },
  });
});

test('name and contact belong to the category contact', () => {
  expect(ask(`{ people { asked name } }`)).toMatchObject({
    data: { people: [{ asked: 'contact' }, { asked: 'contact' }] },
  });
});

test('fragments and aliases are seen through, other objects’ fields are not counted', () => {
  const document = `
    query { people { asked ...grants friend { asked ... on Person { aliased: name } } } }
    fragment grants on Person { studyGrant }`;
  expect(ask(document)).toMatchObject({
    data: { people: [{ asked: 'study', friend: { asked: 'contact' } }, { asked: 'study' }] },
  });
});
