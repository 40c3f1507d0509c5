/** How far a member has come with an erasure. */
export const memberErasureStates = {
  PENDING: 'pending',
  UNREACHABLE: 'unreachable',
  ERASED: 'erased',
  KEPT: 'kept',
} as const;

export type MemberErasureState = (typeof memberErasureStates)[keyof typeof memberErasureStates];
