import { describe, expect, it } from 'vitest';

import { withMemberReference } from './references.js';

const before = ['{', '  "references": [', '    { "path": "subgraphs/_kernel" },', '    { "path": "subgraphs/union" }'];

describe('the reference to a new member', () => {
  it('stands behind the other members and before what follows them', () => {
    const text = [...before.slice(0, 3), `${before[3]},`, '    { "path": "test" }', '  ]', '}'].join('\n');
    expect(withMemberReference(text, 'scouts').split('\n').slice(3, 6)).toEqual([
      '    { "path": "subgraphs/union" },',
      '    { "path": "subgraphs/scouts" },',
      '    { "path": "test" }',
    ]);
  });

  it('leaves no comma behind the last one', () => {
    const text = withMemberReference([...before, '  ]', '}'].join('\n'), 'scouts');
    expect(JSON.parse(text)).toEqual({
      references: ['_kernel', 'union', 'scouts'].map((name) => ({ path: `subgraphs/${name}` })),
    });
  });

  it('is refused by a file that knows no member', () => {
    expect(() => withMemberReference('{ "references": [] }', 'scouts')).toThrow('refers to no member');
  });
});
