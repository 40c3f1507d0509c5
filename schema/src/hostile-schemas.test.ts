import { composeServices } from '@theguild/federation-composition';
import { checkSupergraph } from '@birlik/member-rules/check-members';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { honestMembers } from '../member-rules/testing/honest-members.js';
import { hostileSchemas } from '../member-rules/testing/hostile-schemas.js';
import { compose } from './compose.js';
import { lintSubgraphs } from './lint/lint.js';

/** What a composer that knows none of our rules makes of members; undefined: it refuses them. */
function composedElsewhere(members: ReadonlyMap<string, string>): string | undefined {
  const services = [...members].map(([name, sdl]) => ({ name, url: `http://${name}:4001`, typeDefs: parse(sdl) }));
  return composeServices(services).supergraphSdl;
}

const codesOf = (findings: readonly { readonly code: string }[]) => [...new Set(findings.map(({ code }) => code))];

/** Shapes that these short schemas do without. */
const shapes = new Set(['DESCRIPTION_MISSING', 'LIST_UNBOUNDED']);

const lint = (members: ReadonlyMap<string, string>) =>
  codesOf(lintSubgraphs(members)).filter((code) => !shapes.has(code));

const cases = Object.entries(hostileSchemas).flatMap(([rule, schemas]) =>
  schemas.map((schema) => ({ rule, ...schema, seenAs: schema.seenAs === undefined ? rule : schema.seenAs })),
);

describe('members that take nothing', () => {
  it('pass every rule, compose, and pass as a supergraph', () => {
    expect(lint(honestMembers)).toEqual([]);
    expect(compose(honestMembers)).toMatchObject({ ok: true });
    expect(checkSupergraph(parse(composedElsewhere(honestMembers) ?? ''), 'registry')).toEqual([]);
  });
});

describe.each(cases)('$rule: $disguise', ({ rule, members, seenAs }) => {
  it('is refused by the check, and does not compose', () => {
    expect(lint(members)).toContain(rule);
    // The rules of shapes and words are asked by the check alone, and composition has its own word on what it does not know.
    if (!['DIRECTIVE_RENAMED', 'SECURITY_UNENFORCED'].includes(rule)) {
      const composition = compose(members);
      expect(composition.ok ? [] : codesOf(composition.problems)).toContain(rule);
    }
  });

  it('is refused as a supergraph, if anybody composes it', () => {
    const supergraph = composedElsewhere(members);
    // Guards are looked at by the gateway itself.
    if (supergraph === undefined || rule === 'SECURITY_UNENFORCED') return;
    const codes = codesOf(checkSupergraph(parse(supergraph), 'registry'));
    if (seenAs === null) expect(supergraph).toBe(composedElsewhere(honestMembers));
    else expect(codes).toContain(seenAs);
  });
});

it('has more than twenty kinds, each in at least two disguises', () => {
  const kinds = Object.values(hostileSchemas);
  expect(kinds.length).toBeGreaterThanOrEqual(22);
  for (const disguises of kinds) expect(disguises.length).toBeGreaterThanOrEqual(2);
});
