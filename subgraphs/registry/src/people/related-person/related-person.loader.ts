import { defineLoader } from '@birlik/kernel/loader';
import { arrayLiteral, runStatement } from '@birlik/kernel/statement';
import { viewerName, type RequestContext, type StatedReads } from '@birlik/trust/context';
import type { Grant } from '@birlik/trust/grant';
import type { Relation } from '@birlik/trust/relation';

/** A relation that was verified, and what the operation reads of the person. */
interface RelationQuestion {
  readonly relation: Relation;
  readonly reads: StatedReads;
}

/**
 * Logs that the viewer sees the other ones of relations, and opens them: in one statement, so that nobody is seen without a row.
 * Null for a person who is erased.
 */
export const grantByRelation = defineLoader<RelationQuestion, Grant | null, RequestContext>(
  async (questions, context) => {
    const viewer = context.requireViewer();
    const rows = await runStatement<{ question: number; log_id: string }>(
      context.em,
      `select question, log_id from log_relations(?::uuid[], ?::text[], ?::uuid[], ?::jsonb, ?, ?, ?, ?, ?)`,
      [
        arrayLiteral(questions.map(({ relation }) => relation.person)),
        arrayLiteral(questions.map(({ relation }) => relation.kind)),
        arrayLiteral(questions.map(({ relation }) => relation.id)),
        JSON.stringify(questions.map(({ reads }) => reads[''] ?? [])),
        context.operationId,
        viewer.sub,
        context.purpose,
        context.operation,
        context.requestId,
      ],
    );
    const logged = new Map(rows.map((row) => [row.question - 1, row.log_id]));
    return questions.map(({ relation: { person: sub } }, index): Grant | null => {
      const log = logged.get(index);
      return log === undefined ? null : { sub, viewer: viewerName(viewer), basis: 'relation', tenants: '*', log };
    });
  },
  ({ relation, reads }) => JSON.stringify([relation, reads]),
);
