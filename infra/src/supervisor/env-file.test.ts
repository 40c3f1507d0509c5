import { parseEnv } from 'node:util';

import { describe, expect, it } from 'vitest';

import { envFileText } from './env-file.js';

describe('envFileText', () => {
  it('is read back by Node as it was, JSON and special characters included', () => {
    const variables = {
      PORT: '4001',
      JSON: '{"keys":[{"kid":"a b","x":"#$\\\\"}]}',
      EMPTY: '',
      APOSTROPHE: "it's",
      URL: 'postgres://a:b%2F@127.0.0.1:1/c?d=e#f',
    };
    expect(parseEnv(envFileText(variables))).toEqual(variables);
  });

  it('refuses a value that Node could not read back', () => {
    expect(() => envFileText({ A: 'one\ntwo' })).toThrow(TypeError);
    expect(() => envFileText({ A: "both ' and `" })).toThrow(TypeError);
  });
});
