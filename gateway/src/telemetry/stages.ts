import type { FetchRecord } from '../subgraph/fetch-record.js';

/** In which stage each fetch ran, counted from 0: fetches of one stage ran beside each other, and after all of an earlier one. */
export function stagesOf(
  fetches: readonly Pick<FetchRecord, 'startedAt' | 'endedAt' | 'outcome'>[],
): readonly number[] {
  const stages: number[] = [];
  for (const [index, fetch] of fetches.entries()) {
    let stage = 0;
    for (const [before, other] of fetches.slice(0, index).entries()) {
      if (other.outcome !== null && other.endedAt <= fetch.startedAt)
        stage = Math.max(stage, (stages[before] ?? 0) + 1);
    }
    stages.push(stage);
  }
  return stages;
}
