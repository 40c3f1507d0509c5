import { defineCatalogue } from '@birlik/messages/catalogue';
import { graphql } from 'graphql';
import { buildSchemaSync, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';
import { DomainError } from '../errors/errors.js';
import {
  asResult,
  ConflictProblem,
  InvalidInputProblem,
  NotFoundProblem,
  RepresentativeRequiredProblem,
  resultType,
  type Problem,
} from './problem.js';

const explain = defineCatalogue('club', {
  full: { az: 'Qrup doludur.', en: 'The group is full.', ru: 'Группа заполнена.', tr: 'Grup dolu.' },
});

test('a change that is made is returned as it is', async () => {
  const row = { id: '1' };
  expect(await asResult(() => Promise.resolve(row))).toBe(row);
});

test.each([
  ['CONFLICT', ConflictProblem],
  ['NOT_FOUND', NotFoundProblem],
  ['BAD_USER_INPUT', InvalidInputProblem],
  ['REPRESENTATIVE_REQUIRED', RepresentativeRequiredProblem],
] as const)('%s becomes a value of its type', async (code, type) => {
  const result = await asResult(() => Promise.reject(new DomainError(code, explain('full'))));
  expect(result).toBeInstanceOf(type);
  expect(result).toMatchObject({ code, message: explain('full') });
});

test('everything else still throws', async () => {
  for (const error of [new DomainError('FORBIDDEN', explain('full')), new Error('broken')]) {
    await expect(asResult(() => Promise.reject(error))).rejects.toBe(error);
  }
});

test('a problem is said in the language of the request', async () => {
  @ObjectType()
  class Group {
    @Field(() => String)
    readonly id!: string;
  }
  const JoinResult = resultType('JoinResult', Group, 'Joined or not.');
  @Resolver()
  class GroupResolver {
    @Query(() => JoinResult)
    join(): Promise<Group | Problem> {
      return asResult(() => Promise.reject(new DomainError('CONFLICT', explain('full'))));
    }
  }
  const schema = buildSchemaSync({ resolvers: [GroupResolver], validate: false });
  const said = await Promise.all(
    (['az', 'en', 'ru', 'tr'] as const).map(async (language) => {
      const source = '{ join { ... on Problem { code message } } }';
      const { data } = await graphql({ schema, source, contextValue: { language } });
      return data?.['join'];
    }),
  );
  expect(said).toEqual(
    ['Qrup doludur.', 'The group is full.', 'Группа заполнена.', 'Grup dolu.'].map((message) => ({
      code: 'CONFLICT',
      message,
    })),
  );
});
