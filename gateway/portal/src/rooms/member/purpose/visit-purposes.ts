import { useSyncExternalStore } from 'react';
import { useKnown } from '../../../data/known.js';
import { statedPurpose } from '../../../data/purpose.js';
import type { GrantCategory } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { useViewer } from '../../../viewer/viewer.js';

const VisitPurposes = graphql(`
  query VisitPurposes($organization: ID!) @purpose(is: "none") {
    organization(id: $organization) {
      id
      purposes {
        code
        name
        legalText
        roles
        opens
      }
    }
  }
`);

/** A purpose that the viewer may state for a visit. */
export interface VisitPurpose {
  readonly code: string;
  readonly name: string;
  /** What it allows. */
  readonly legalText: string;
  /** The categories that may be read for it. */
  readonly opens: readonly GrantCategory[];
}

interface VisitPurposesState {
  /** Those that open something and are for one of the viewer's roles; null while they are not known. */
  readonly choices: readonly VisitPurpose[] | null;
  /** The one that was stated; null when none was, or while its name is not known. */
  readonly stated: VisitPurpose | null;
  readonly hasFailed: boolean;
}

/** What the officer may come for, and what they said that they came for. */
export function useVisitPurposes(): VisitPurposesState {
  const viewer = useViewer();
  const code = useStatedPurpose();
  const staff = viewer.kind === 'staff' ? viewer : null;
  const { data, errors } = useKnown(VisitPurposes, staff && { organization: staff.organization.id });
  const choices =
    data?.organization?.purposes?.filter(
      ({ opens, roles }) => opens.length > 0 && roles.some((role) => staff?.roles.includes(role)),
    ) ?? null;
  return {
    choices,
    stated: choices?.find((purpose) => purpose.code === code) ?? null,
    hasFailed: choices === null && errors.length > 0,
  };
}

/** The code of the purpose that was stated; null before. */
export function useStatedPurpose(): string | null {
  return useSyncExternalStore(statedPurpose.subscribe, statedPurpose.current);
}
