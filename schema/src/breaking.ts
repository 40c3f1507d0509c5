import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { mentions, unreleasedBreaking } from './changelog.js';
import { publicSchema } from './public-schema.js';

/** A change of the public schema after which some client's valid operation may fail. */
export interface BreakingChange {
  /** The schema path to name in the changelog, such as `Volunteer.enrolments`. */
  readonly path: string;
  readonly message: string;
}

/** Every breaking change between two supergraphs as clients see them, in order of path. */
export async function breakingChanges(before: string, after: string): Promise<readonly BreakingChange[]> {
  const changes = await diff(publicSchema(before), publicSchema(after));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path, message }) => ({ path: path ?? 'schema', message }))
    .toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

/** The changes that no line below `## Unreleased` / `### Breaking` of the changelog names by path. */
export function undeclared(changes: readonly BreakingChange[], changelog: string): readonly BreakingChange[] {
  const entries = unreleasedBreaking(changelog);
  return changes.filter(({ path }) => !entries.some((entry) => mentions(entry, path)));
}
