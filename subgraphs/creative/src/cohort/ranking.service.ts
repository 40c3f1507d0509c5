interface Candidate {
  readonly id: string;
  readonly appliedAt: Date;
}

interface Criterion {
  readonly id: string;
  readonly weight: number;
}

interface Score {
  readonly applicationId: string;
  readonly criterionId: string;
  readonly score: number;
}

interface Ranked<Application> {
  readonly application: Application;
  /** The weighted mean, rounded to two decimals. */
  readonly meanScore: number;
  readonly elected: boolean;
}

interface Ranking<Application> {
  /** Best first. */
  readonly ranked: readonly Ranked<Application>[];
  /** Applications that lack a score on some criterion. */
  readonly unranked: readonly Application[];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean of the means by criterion; null when a criterion has no score or when there is no criterion. */
function weightedMean(criteria: readonly Criterion[], scores: readonly Score[]): number | null {
  const byCriterion = Map.groupBy(scores, (score) => score.criterionId);
  if (criteria.length === 0 || criteria.some((criterion) => !byCriterion.has(criterion.id))) return null;
  let sum = 0;
  let weights = 0;
  for (const { id, weight } of criteria) {
    sum += weight * mean((byCriterion.get(id) ?? []).map(({ score }) => score));
    weights += weight;
  }
  return Math.round((sum / weights) * 100) / 100;
}

/**
 * The published rule of a campaign's decision. The best by weighted mean fill the seats. Equal means, as rounded to the
 * two decimals that people are shown, go in the order of application. An application without a score on every
 * criterion is not ranked, so that nobody is measured by a part of the criteria.
 */
export function rankApplications<Application extends Candidate>(commission: {
  applications: readonly Application[];
  criteria: readonly Criterion[];
  scores: readonly Score[];
  seats: number;
}): Ranking<Application> {
  const { applications, criteria, seats } = commission;
  const byApplication = Map.groupBy(commission.scores, (score) => score.applicationId);
  const unranked: Application[] = [];
  const measured: { application: Application; meanScore: number }[] = [];
  for (const application of applications) {
    const meanScore = weightedMean(criteria, byApplication.get(application.id) ?? []);
    if (meanScore === null) unranked.push(application);
    else measured.push({ application, meanScore });
  }
  const ranked = measured
    .toSorted(
      (a, b) =>
        b.meanScore - a.meanScore ||
        a.application.appliedAt.getTime() - b.application.appliedAt.getTime() ||
        (a.application.id < b.application.id ? -1 : 1),
    )
    .map((place, index) => ({ ...place, elected: index < seats }));
  return { ranked, unranked };
}
