import { checkSupergraph, compareSupergraphs, describeFinding } from '@birlik/member-rules/check-members';
import type { Finding } from '@birlik/member-rules/rule';
import { readWords, withoutAllowed, type SignedWords } from '@birlik/member-rules/word';
import { ConfigError } from '../errors/config-error.js';
import { SupergraphError } from '../errors/supergraph-error.js';
import type { Trust } from '../trust/trust.js';

/**
 * Makes the checks that no member's schema takes what was not given to it, by the rules of the contract, whoever composed
 * the supergraph.
 *
 * @param office the subgraph that decides; null: none does
 */
export function checkMembers(
  office: string | null,
  signed: SignedWords,
): Pick<Trust, 'checkMembers' | 'reasonsAgainst'> {
  const words = readWords(signed);
  // Whoever checks the first supergraph is told.
  words.catch(() => undefined);
  let allowed: (findings: readonly Finding[]) => readonly Finding[] = (findings) => findings;
  return {
    checkMembers: async (document) => {
      const given = await words.catch((error: unknown) => {
        throw new ConfigError([`words: ${error instanceof Error ? error.message : String(error)}`]);
      });
      allowed = (findings) => withoutAllowed(findings, given);
      if (office === null) return;
      const findings = allowed(checkSupergraph(document, office));
      if (findings.length === 0) return;
      const reasons = findings.map(describeFinding).join(' ');
      throw new SupergraphError(
        `The supergraph is refused, because members take what was not given to them. ${reasons}`,
      );
    },
    reasonsAgainst: (before, after) =>
      office === null ? [] : allowed(compareSupergraphs(before.document, after.document, office)).map(describeFinding),
  };
}
