import { describe, expect, test } from 'vitest';
import { rankApplications } from './ranking.service.js';

const idea = { id: 'idea', weight: 3 };
const craft = { id: 'craft', weight: 1 };

function application(id: string, minute = 0) {
  return { id, appliedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)) };
}

function score(applicationId: string, criterionId: string, points: number) {
  return { applicationId, criterionId, score: points };
}

/** Applications in the order of their minutes, each with these scores on the one criterion, and their places. */
function placesOf(scores: Readonly<Record<string, readonly number[]>>, seats: number) {
  const names = Object.keys(scores);
  const { ranked, unranked } = rankApplications({
    applications: names.map((name, minute) => application(name, minute)),
    criteria: [idea],
    scores: names.flatMap((name) => (scores[name] ?? []).map((points) => score(name, 'idea', points))),
    seats,
  });
  return {
    elected: ranked.filter((place) => place.elected).map((place) => place.application.id),
    others: ranked.filter((place) => !place.elected).map((place) => place.application.id),
    unranked: unranked.map(({ id }) => id),
    means: ranked.map((place) => place.meanScore),
  };
}

describe('rankApplications', () => {
  test('elects the best for the seats and keeps the others in their order', () => {
    expect(placesOf({ low: [10], best: [90], middle: [50], good: [70] }, 2)).toMatchObject({
      elected: ['best', 'good'],
      others: ['middle', 'low'],
    });
  });

  test('takes the mean of the reviewers on a criterion, not the total', () => {
    expect(placesOf({ many: [60, 60, 60], one: [61] }, 1)).toMatchObject({ elected: ['one'], means: [61, 60] });
  });

  test('weighs the criteria, however many reviewers scored each', () => {
    const scores = [score('a', 'idea', 80), score('a', 'idea', 100), score('a', 'craft', 50)];
    const { ranked } = rankApplications({
      applications: [application('a')],
      criteria: [idea, craft],
      scores,
      seats: 1,
    });
    expect(ranked[0]?.meanScore).toBe((3 * 90 + 1 * 50) / 4);
  });

  test('puts the earlier of two equal applications first', () => {
    const scores = [score('later', 'idea', 70), score('earlier', 'idea', 70)];
    const applications = [application('later', 2), application('earlier', 1)];
    const { ranked } = rankApplications({ applications, criteria: [idea], scores, seats: 1 });
    expect(ranked).toMatchObject([
      { application: { id: 'earlier' }, elected: true },
      { application: { id: 'later' }, elected: false },
    ]);
  });

  test('puts the lower id first when two equal applications came at the same instant', () => {
    const scores = [score('b', 'idea', 70), score('a', 'idea', 70)];
    for (const applications of [
      [application('a'), application('b')],
      [application('b'), application('a')],
    ]) {
      const { ranked } = rankApplications({ applications, criteria: [idea], scores, seats: 1 });
      expect(ranked.map((place) => place.application.id)).toEqual(['a', 'b']);
    }
  });

  test('counts as equal what is equal in the two decimals that are shown', () => {
    const hundred = (last: number) => [...Array.from({ length: 299 }, () => 70), last];
    expect(placesOf({ earlier: hundred(70), later: hundred(71) }, 1)).toMatchObject({
      elected: ['earlier'],
      others: ['later'],
      means: [70, 70],
    });
  });

  test('does not rank an application that lacks a score on any criterion, and takes 0 for a score', () => {
    const { ranked, unranked } = rankApplications({
      applications: [application('half'), application('none'), application('zero')],
      criteria: [idea, craft],
      scores: [score('half', 'idea', 100), score('zero', 'idea', 0), score('zero', 'craft', 0)],
      seats: 3,
    });
    expect(ranked).toMatchObject([{ application: { id: 'zero' }, meanScore: 0, elected: true }]);
    expect(unranked.map(({ id }) => id)).toEqual(['half', 'none']);
  });

  test('elects everyone who is ranked when there are fewer than seats', () => {
    expect(placesOf({ a: [20], b: [30], c: [] }, 30)).toMatchObject({
      elected: ['b', 'a'],
      others: [],
      unranked: ['c'],
    });
  });

  test('ranks nobody without criteria', () => {
    const { ranked, unranked } = rankApplications({
      applications: [application('a')],
      criteria: [],
      scores: [],
      seats: 1,
    });
    expect(ranked).toEqual([]);
    expect(unranked).toHaveLength(1);
  });
});
