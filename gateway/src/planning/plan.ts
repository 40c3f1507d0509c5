/**
 * The query plan as this gateway understands it. It mirrors what the planner returns today; another planner would be
 * translated to it.
 */
export interface QueryPlan {
  readonly node?: PlanNode | null;
}

export type PlanNode =
  | FetchNode
  | BatchFetchNode
  | SequenceNode
  | ParallelNode
  | FlattenNode
  | ConditionNode
  | SubscriptionNode
  | { readonly kind: 'Defer' };

export interface FetchNode {
  readonly kind: 'Fetch';
  readonly serviceName: string;
  readonly variableUsages?: readonly string[] | null;
  readonly operationKind?: 'query' | 'mutation' | 'subscription' | null;
  readonly operationName?: string | null;
  readonly operation: string;
  readonly requires?: readonly RequiresSelection[] | null;
  readonly inputRewrites?: readonly FetchRewrite[] | null;
  readonly outputRewrites?: readonly FetchRewrite[] | null;
}

/** The request that is sent once; each of its events is answered by the rest of the plan. */
export interface SubscriptionNode {
  readonly kind: 'Subscription';
  readonly primary: Omit<FetchNode, 'kind'>;
}

/** Entity fetches of one level to one subgraph, in one request. */
export interface BatchFetchNode {
  readonly kind: 'BatchFetch';
  readonly serviceName: string;
  readonly variableUsages?: readonly string[] | null;
  readonly operation: string;
  readonly entityBatch: { readonly aliases: readonly EntityBatchAlias[] };
}

export interface EntityBatchAlias {
  readonly alias: string;
  readonly representationsVariableName: string;
  readonly paths: readonly (readonly FlattenPathSegment[])[];
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites?: readonly FetchRewrite[] | null;
  readonly outputRewrites?: readonly FetchRewrite[] | null;
}

export interface SequenceNode {
  readonly kind: 'Sequence';
  readonly nodes: readonly PlanNode[];
}

export interface ParallelNode {
  readonly kind: 'Parallel';
  readonly nodes: readonly PlanNode[];
}

export interface FlattenNode {
  readonly kind: 'Flatten';
  readonly path: readonly FlattenPathSegment[];
  readonly node: PlanNode;
}

export interface ConditionNode {
  readonly kind: 'Condition';
  /** The name of a Boolean variable. */
  readonly condition: string;
  readonly ifClause?: PlanNode | null;
  readonly elseClause?: PlanNode | null;
}

/** `@` steps into a list. */
export type FlattenPathSegment = { readonly Field: string } | { readonly TypeCondition: readonly string[] } | '@';

export type FetchPathSegment = { readonly TypenameEquals: readonly string[] } | { readonly Key: string };

export interface ValueSetter {
  readonly path: readonly FetchPathSegment[];
  readonly setValueTo: string;
}

export interface KeyRenamer {
  readonly path: readonly FetchPathSegment[];
  readonly renameKeyTo: string;
}

export type FetchRewrite =
  | { readonly ValueSetter: ValueSetter }
  | { readonly KeyRenamer: KeyRenamer }
  | ({ readonly kind: 'ValueSetter' } & ValueSetter);

export type RequiresSelection =
  | {
      readonly kind: 'InlineFragment';
      readonly typeCondition: string;
      readonly selections: readonly RequiresSelection[];
      readonly skipIf?: string | null;
      readonly includeIf?: string | null;
    }
  | {
      readonly kind: 'Field';
      /** The key in the running answer. */
      readonly name: string;
      /** The key that the subgraph expects, when it differs. */
      readonly alias?: string | null;
      readonly selections?: readonly RequiresSelection[] | null;
    }
  | { readonly kind: 'FragmentSpread'; readonly value: string };
