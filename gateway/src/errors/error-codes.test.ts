import { globSync, readFileSync } from 'node:fs';
import { CloseCode } from 'graphql-ws';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from './error-codes.js';
import { SOCKET_CLOSES } from './socket-closes.js';

const SOURCES = new URL('../', import.meta.url);
/** Words in the form of codes that no client is shown as one: of Node and undici, for the log alone, and in the operators' part of the graph. */
const OTHER_WORDS = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
  'NODE_OPTIONS',
  'CONNECTION_ENDED',
  'MALFORMED_RESPONSE',
  'CLIENT_DISCONNECTED',
  'ERR_HTTP_REQUEST_TIMEOUT',
  'OWN_PART',
  'NOT_ASKED',
]);

const sources = globSync('**/*.ts', { cwd: SOURCES })
  .filter((name) => !/^errors\/|^config\/variables\.ts$|\.(test|bench)\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(new URL(name, SOURCES), 'utf8') }));
const words = sources.flatMap(({ name, text }) =>
  [...text.matchAll(/(code\W{1,4}|Error\(\s*)?'([A-Z]{3,}(?:_[A-Z]+)*)'/g)].map(([, lead, word = '']) => ({
    name,
    word,
    isCode: lead !== undefined,
  })),
);

describe('the table of error codes', () => {
  test('has every code that is anywhere in the sources', () => {
    const codes = words.filter(({ word, isCode }) => isCode || word.includes('_'));
    const unknown = codes.filter(({ word }) => !(word in ERROR_CODES) && !OTHER_WORDS.has(word));
    expect(codes.length).toBeGreaterThan(Object.keys(ERROR_CODES).length);
    expect(unknown).toEqual([]);
  });

  test('has no code that nothing gives', () => {
    const given = new Set(words.map(({ word }) => word));
    expect(Object.keys(ERROR_CODES).filter((code) => !given.has(code))).toEqual([]);
  });

  test('gives each code the one status that it has', () => {
    const spelled = sources.filter(({ text }) => /RequestError(\.from)?\(\s*\d|status: [45]\d\d/.test(text));
    expect(spelled.map(({ name }) => name)).toEqual([]);
  });
});

describe('the table of closes', () => {
  test('has every close of a socket of a client', () => {
    const spelled = sources.filter(({ text }) => /CloseCode|\.close\(\s*\d/.test(text));
    expect(spelled.map(({ name }) => name)).toEqual([]);
  });

  test('means what the protocol means', () => {
    expect(SOCKET_CLOSES).toMatchObject({
      invalidMessage: { code: CloseCode.BadRequest },
      unauthorized: { code: CloseCode.Unauthorized },
      forbidden: { code: CloseCode.Forbidden },
      subprotocolNotAcceptable: { code: CloseCode.SubprotocolNotAcceptable },
      initialisationTimeout: { code: CloseCode.ConnectionInitialisationTimeout },
      subscriberAlreadyExists: { code: CloseCode.SubscriberAlreadyExists },
      tooManyInitialisations: { code: CloseCode.TooManyInitialisationRequests },
    });
  });
});
