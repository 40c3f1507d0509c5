import type { RecordedEventKind } from './consent-event.entity.js';

/** One step in the life of a consent. */
export interface HistoryStep {
  readonly kind: RecordedEventKind | 'expired';
  readonly happenedAt: Date;
  readonly byGuardian: boolean;
}

/**
 * The life of a consent until now, oldest first. Its end by itself is no record but follows from its terms; and one that
 * came into the register without a record was given when its row says so.
 */
export function historyOf(
  consent: {
    readonly givenAt: Date;
    readonly expiresAt?: Date | null | undefined;
    readonly withdrawnAt?: Date | null | undefined;
    readonly givenByGuardian: boolean;
  },
  recorded: readonly { readonly kind: RecordedEventKind; readonly happenedAt: Date; readonly byGuardian: boolean }[],
  now: Date,
): HistoryStep[] {
  const { givenAt, withdrawnAt, expiresAt, givenByGuardian } = consent;
  const record = (kind: RecordedEventKind) => recorded.find((event) => event.kind === kind);
  const steps: HistoryStep[] = [
    record('given') ?? { kind: 'given', happenedAt: givenAt, byGuardian: givenByGuardian },
    ...(withdrawnAt
      ? [record('withdrawn') ?? { kind: 'withdrawn' as const, happenedAt: withdrawnAt, byGuardian: false }]
      : []),
    ...(expiresAt && expiresAt <= now && (!withdrawnAt || expiresAt < withdrawnAt)
      ? [{ kind: 'expired' as const, happenedAt: expiresAt, byGuardian: false }]
      : []),
  ];
  return steps.toSorted((a, b) => a.happenedAt.getTime() - b.happenedAt.getTime());
}
