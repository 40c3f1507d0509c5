import { checkSubgraphs, compareSupergraphs } from '@birlik/member-rules/check-members';
import type { Finding } from '@birlik/member-rules/rule';
import { withoutAllowed, type Word } from '@birlik/member-rules/word';
import { parse, type DocumentNode } from 'graphql';

/** The member that decides on persons. */
const office = 'registry';

/** What members take that neither the rules nor a word give to them, by their SDL. */
export const takenByMembers = (
  documents: ReadonlyMap<string, DocumentNode>,
  words: readonly Word[],
): readonly Finding[] => withoutAllowed(checkSubgraphs(documents, office), words);

/** What a supergraph takes of the published one without a word. */
export const takenOfPublished = (published: string, supergraph: string, words: readonly Word[]): readonly Finding[] =>
  withoutAllowed(compareSupergraphs(parse(published), parse(supergraph), office), words);
