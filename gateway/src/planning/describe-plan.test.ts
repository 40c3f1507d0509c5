import { expect, test } from 'vitest';
import { describePlan } from './describe-plan.js';
import type { PlanNode } from './plan.js';

const fetch = (serviceName: string, operation: string): PlanNode => ({ kind: 'Fetch', serviceName, operation });

test('an operation without fetches has an empty plan', () => {
  expect(describePlan({}, [])).toEqual({ stages: 0, fetches: [], text: '0 fetches in 0 stages' });
});

test('fetches stand in the order of their stages, with paths, conditions and documents', () => {
  const requires = [{ kind: 'Field', name: 'id' }] as const;
  const node: PlanNode = {
    kind: 'Sequence',
    nodes: [
      fetch('people', '{me{id}}'),
      {
        kind: 'Condition',
        condition: 'full',
        ifClause: {
          kind: 'Flatten',
          path: [{ Field: 'me' }, { Field: 'friends' }, '@', { TypeCondition: ['User', 'Bot'] }],
          node: {
            kind: 'Fetch',
            serviceName: 'badges',
            operation:
              'query($representations:[_Any!]!){_entities(representations:$representations){...on User{badge}}}',
            requires,
          },
        },
        elseClause: { kind: 'Parallel', nodes: [fetch('mottos', '{motto}')] },
      },
    ],
  };
  const { stages, fetches, text } = describePlan({ node }, [0, 1, 0]);
  expect(stages).toBe(2);
  expect(fetches.map(({ service, kind, stage }) => [service, kind, stage])).toEqual([
    ['people', 'query', 1],
    ['mottos', 'query', 1],
    ['badges', 'entities', 2],
  ]);
  expect(text).toBe(`3 fetches in 2 stages

Stage 1

1. people: query
   {
     me {
       id
     }
   }

2. mottos: query if $full is false
   {
     motto
   }

Stage 2

3. badges: entities at me.friends.@|[User|Bot] if $full is true
   query ($representations: [_Any!]!) {
     _entities(representations: $representations) {
       ... on User {
         badge
       }
     }
   }`);
});

test('entities of several places in one fetch are all named', () => {
  const alias = { alias: 'a', representationsVariableName: 'r', requires: [] };
  const node: PlanNode = {
    kind: 'BatchFetch',
    serviceName: 'badges',
    operation: '{a:_entities{__typename}}',
    entityBatch: { aliases: [{ ...alias, paths: [[{ Field: 'me' }], [{ Field: 'you' }]] }] },
  };
  expect(describePlan({ node }, [1]).fetches).toMatchObject([{ kind: 'entities', paths: ['me', 'you'], stage: 2 }]);
});
