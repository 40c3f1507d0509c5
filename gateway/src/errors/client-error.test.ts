import { describe, expect, test } from 'vitest';
import { errorsText, languageOf, ownError } from './client-error.js';
import { explain } from './messages.js';
import { RequestError } from './request-error.js';

describe('errors for a client', () => {
  test.each([
    ['az', '“union” xidməti vaxtında cavab vermədi.'],
    ['en-GB, az;q=0.5', 'The service "union" did not answer in time.'],
    ['de, ru;q=0.9', 'Служба «union» не ответила вовремя.'],
    ['tr;q=0.2, az;q=0.1', '“union” hizmeti zamanında yanıt vermedi.'],
    [undefined, '“union” xidməti vaxtında cavab vermədi.'],
    ['de', '“union” xidməti vaxtında cavab vermədi.'],
  ])('are said in the language of %s', (acceptLanguage, message) => {
    const error = ownError('UPSTREAM_UNAVAILABLE', explain('service-late', { service: 'union' }), { service: 'union' });
    const text = errorsText([{ ...error, path: ['me'] }], languageOf({ 'accept-language': acceptLanguage }));
    expect(JSON.parse(text)).toEqual([
      { message, extensions: { code: 'UPSTREAM_UNAVAILABLE', service: 'union' }, path: ['me'] },
    ]);
  });

  test('keep what a subgraph said, which is in the language already', () => {
    const error = { message: 'Grup dolu.', extensions: { code: 'CONFLICT' } };
    expect(JSON.parse(errorsText([error], 'ru'))).toEqual([error]);
  });

  test('keep the words of a protocol, which clients compare', () => {
    const { errors } = new RequestError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
    expect(JSON.parse(errorsText(errors, 'ru'))).toMatchObject([{ message: 'PersistedQueryNotFound' }]);
  });

  test('are in English for logs', () => {
    expect(new RequestError('NOT_FOUND', explain('nothing-here')).message).toBe('There is nothing here.');
  });
});
