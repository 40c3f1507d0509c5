import { Allow, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { addGoal, closeGoal, deleteNote, writeNote } from './mentorship-goal.service.js';
import { goalStatuses, type GoalStatus, type MentorshipGoalEntity } from './mentorship-goal.entity.js';
import type { MentorshipNoteEntity } from './mentorship-note.entity.js';
import { AddMentorshipGoalInput, WriteMentorshipNoteInput } from './mentorship-pair.input.js';
import { isViewers } from './mentorship-pair.service.js';
import { MentorshipGoalResult, MentorshipNote, MentorshipNoteResult } from './mentorship-pair.type.js';

@Resolver(() => MentorshipNote)
export class MentorshipNoteResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => MentorshipGoalResult, {
    description: 'Sets a goal of a mentorship of the viewer’s that is active, which both see.',
  })
  addMentorshipGoal(
    @Ctx() context: RequestContext,
    @Arg('input', () => AddMentorshipGoalInput, { description: 'The mentorship and the goal.' })
    input: AddMentorshipGoalInput,
  ): Promise<MentorshipGoalEntity | Problem> {
    return asResult(() => addGoal(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => MentorshipGoalResult, {
    description: 'Says that a goal of the two is reached, or that they gave it up; either says it, once.',
  })
  closeMentorshipGoal(
    @Ctx() context: RequestContext,
    @Arg('goalId', () => ID, { description: 'The goal’s id.' }) id: string,
    @Arg('status', () => goalStatuses, { description: 'How it stands from now on: `DONE` or `DROPPED`.' })
    status: GoalStatus,
  ): Promise<MentorshipGoalEntity | Problem> {
    return asResult(() => closeGoal(context, { id, status }));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => MentorshipNoteResult, {
    description: 'Writes a note to a mentorship of the viewer’s that is active. The two read it and nobody else.',
  })
  writeMentorshipNote(
    @Ctx() context: RequestContext,
    @Arg('input', () => WriteMentorshipNoteInput, { description: 'The mentorship and the note.' })
    input: WriteMentorshipNoteInput,
  ): Promise<MentorshipNoteEntity | Problem> {
    return asResult(() => writeNote(context, input));
  }

  @Allow(writeScope, volunteer)
  @Mutation(() => MentorshipNoteResult, {
    description: 'Deletes a note that the viewer wrote; the answer is as it was.',
  })
  deleteMentorshipNote(
    @Ctx() context: RequestContext,
    @Arg('noteId', () => ID, { description: 'The note’s id.' }) id: string,
  ): Promise<MentorshipNoteEntity | Problem> {
    return asResult(() => deleteNote(context, id));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer wrote it; the other one of the two did otherwise.' })
  isOwn(@Root() note: MentorshipNoteEntity, @Ctx() context: RequestContext): boolean {
    return isViewers(note, context);
  }
}
