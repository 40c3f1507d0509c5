import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import type { ProgrammeStage } from '../programme/programme-participation.entity.js';
import { TrainingEntity } from './training.entity.js';

/** The trainings of one stage, or of both; public. */
export function listTrainings(
  context: RequestContext,
  args: ConnectionArgs,
  stage: ProgrammeStage | null,
): Promise<Connection<TrainingEntity>> {
  return findConnection(context.em, TrainingEntity, {
    args,
    where: stage === null ? {} : { stage },
    orderBy: [{ stage: 'asc' }, { id: 'asc' }],
  });
}
