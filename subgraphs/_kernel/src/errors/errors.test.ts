import { defineCatalogue } from '@birlik/messages/catalogue';
import { IsIn, IsInt, IsString, IsUUID, Length, Max, MaxLength, validate, ValidateNested } from 'class-validator';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { DomainError, defineRefusal, findDomainError, toPublicError } from './errors.js';

const explain = defineCatalogue('club', {
  full: { az: 'Qrup doludur.', en: 'The group is full.', ru: 'Группа заполнена.', tr: 'Grup dolu.' },
});

function shown(error: Error, language: 'az' | 'en' | 'ru' | 'tr' = 'en') {
  const wrapped = new GraphQLError(error.message, { originalError: error, path: ['field'] });
  return toPublicError(wrapped.toJSON(), wrapped, language);
}

test('a foreseen error keeps its code and is explained in the language of the reader', () => {
  const error = new DomainError('CONFLICT', explain('full'));
  expect(shown(error)).toEqual({ message: 'The group is full.', path: ['field'], extensions: { code: 'CONFLICT' } });
  expect(shown(error, 'ru').message).toBe('Группа заполнена.');
  expect(error.message).toBe('The group is full.');
  expect(findDomainError(new GraphQLError('outer', { originalError: error }))).toBe(error);
});

test('an unforeseen error is masked, whatever its message says', () => {
  const answer = shown(new Error('insert into person (name) values ($canary)'), 'tr');
  expect(answer.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  expect(answer.message).toBe('Bizim tarafımızda bir hata oluştu. Biraz sonra yeniden deneyin.');
  expect(JSON.stringify(answer)).not.toContain('canary');
});

test('a value that a column cannot take is bad input, without the value', () => {
  const answer = shown(Object.assign(new Error('invalid input syntax for type uuid: "canary"'), { code: '22P02' }));
  expect(answer.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  expect(JSON.stringify(answer)).not.toContain('canary');
});

test('what a trigger of our own refuses is a conflict, in the words of the catalogue', () => {
  const state = defineRefusal('BE907', explain('full'));
  const refusal = Object.assign(new Error('canary'), { code: state });
  expect(shown(refusal)).toMatchObject({ message: 'The group is full.', extensions: { code: 'CONFLICT' } });
  for (const code of ['P0001', 'BE908']) {
    const other = Object.assign(new Error('canary'), { code });
    expect(shown(other).extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  }
  expect(() => defineRefusal('BE907', explain('full'))).toThrow('The SQLSTATE BE907 means something already.');
});

class Text {
  @Length(1, 5)
  readonly az: string = '';
}

class Input {
  @IsUUID()
  readonly groupId: string = 'none';

  @IsString()
  @MaxLength(3)
  readonly name: string = 'Şəki';

  @IsInt()
  @Max(100)
  readonly score: number = 101;

  @IsIn(['a', 'b'], { each: true })
  readonly kinds: readonly string[] = ['c'];

  @ValidateNested()
  readonly title = new Text();
}

test('broken rules of an input are listed in the language of the reader, nested ones by their path', async () => {
  const extensions = { code: 'BAD_USER_INPUT', validationErrors: await validate(new Input()) };
  const error = new GraphQLError('Argument Validation Error', { extensions });
  const answer = toPublicError(error.toJSON(), error, 'en');
  expect(answer.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  expect(answer.message).toBe(
    'The input is not valid: groupId must be a UUID; name must be shorter than or equal to 3 characters; score must not be greater than 100; kinds must be one of the following values: a, b; title.az must have 1 to 5 characters.',
  );
  expect(toPublicError(error.toJSON(), error, 'ru').message).toBe(
    'Введённые данные неверны: groupId должно быть UUID; name должно быть не длиннее 3 символов; score должно быть не больше 100; kinds должно быть одним из значений: a, b; длина title.az должна быть от 1 до 5 символов.',
  );
});

test('a rule that has no text of its own still says which value breaks it', () => {
  const validationErrors = [{ property: 'colour', constraints: { isHexColor: 'colour must be a hexadecimal color' } }];
  const error = new GraphQLError('Argument Validation Error', { extensions: { validationErrors } });
  expect(toPublicError(error.toJSON(), error, 'az').message).toBe(
    'Daxil edilən məlumat düzgün deyil: colour sahəsinin dəyəri qaydaya uyğun deyil.',
  );
});

test('errors of the protocol pass', () => {
  const error = new GraphQLError('Syntax Error', { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  expect(toPublicError(error.toJSON(), error, 'en')).toEqual({
    message: 'Syntax Error',
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
  });
});

test.each([
  ['08006', 'a connection that broke'],
  ['57P01', 'a session that an administrator ended'],
  ['57P03', 'a server that is starting'],
  ['57014', 'a statement that took too long'],
  ['25006', 'a server that has become a standby'],
  ['25P03', 'a transaction that was idle for too long'],
  ['53300', 'a server with too many sessions'],
])('the SQLSTATE %s, %s, is told as something to try again, without its words', (code) => {
  const answer = shown(Object.assign(new Error('canary'), { code }));
  expect(answer.extensions).toEqual({ code: 'UPSTREAM_UNAVAILABLE' });
  expect(JSON.stringify(answer)).not.toContain('canary');
});
