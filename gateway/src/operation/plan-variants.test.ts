import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { noReads } from '../execution/reads-of.js';
import { compilePlan } from '../execution/compile-plan.js';
import { TypeSystem } from '../graphql/type-system.js';
import { PlanVariants } from './plan-variants.js';

const types = new TypeSystem(buildSchema('type Query { a: Int }'));
const aPlan = () => compilePlan({}, 'query', types, noReads);

test('a planning that fails is not kept: the next request plans anew', async () => {
  const plan = aPlan();
  let calls = 0;
  const plans = new PlanVariants([], async () => {
    calls++;
    if (calls === 1) throw new Error('the planner failed');
    return plan;
  });
  const first = plans.get({});
  const joined = plans.get({});
  await expect(first).rejects.toThrow('the planner failed');
  await expect(joined).rejects.toThrow('the planner failed');
  expect(calls).toBe(1);
  expect(await plans.get({})).toBe(plan);
  expect(plans.get({})).toBe(plan);
  expect(calls).toBe(2);
});

test('requests at the same time share one planning, each set of conditions its own', async () => {
  const planned: unknown[] = [];
  const release = Promise.withResolvers<void>();
  const plans = new PlanVariants(['a', 'b'], async (variables) => {
    planned.push(variables);
    await release.promise;
    return aPlan();
  });
  const pending = [plans.get({ a: true, x: 1 }), plans.get({ a: true, b: false, x: 2 }), plans.get({ b: true })];
  release.resolve();
  const [first, second, third] = await Promise.all(pending);
  expect(planned).toHaveLength(2);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test('only conditions are remembered, never other variables, and lead to the same plans again', async () => {
  const plans = new PlanVariants(['a', 'b'], async () => aPlan());
  const plan = await plans.get({ b: true, secret: 'canary' });
  expect(plans.conditions()).toEqual([{ a: false, b: true }]);
  expect(plans.get(plans.conditions()[0] ?? {})).toBe(plan);
});
