import { DomainError } from '@birlik/kernel/errors';
import type { RequestContext } from '@birlik/trust/context';
import { announceFile, FileEntity, type FileUpload } from '@birlik/trust/file';
import { LockMode } from '@mikro-orm/core';
import { applicationStatuses, CreativeApplicationEntity } from '../application/creative-application.entity.js';
import { explain } from '../messages.js';
import { workSample } from './work-sample.rule.js';

/**
 * Announces a work sample with an application of the volunteer that the viewer is. The application's row is locked, so that its
 * samples are counted.
 *
 * @throws DomainError NOT_FOUND (no such application), BAD_USER_INPUT (type, size or name) or CONFLICT (too many, or the
 *   application is withdrawn)
 */
export async function announceWorkSample(
  context: RequestContext,
  input: { readonly applicationId: string; readonly name: string; readonly mediaType: string; readonly bytes: number },
): Promise<FileUpload> {
  const volunteerId = context.requireVolunteer();
  const { applicationId, ...described } = input;
  return context.em.transactional(async (em) => {
    const application = await em.findOne(
      CreativeApplicationEntity,
      { id: applicationId, volunteerId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!application) throw new DomainError('NOT_FOUND', explain('no-application-of-yours'));
    if (application.status === applicationStatuses.WITHDRAWN) {
      throw new DomainError('CONFLICT', explain('application-withdrawn'));
    }
    const { id: subjectId, organizationId } = application;
    return announceFile(context, em, {
      use: workSample,
      announced: { ...described, organizationId, volunteerId, subjectId },
    });
  });
}

/** Removes a work sample of the viewer's own, whatever became of it, with its bytes. @throws DomainError NOT_FOUND */
export async function removeWorkSample(context: RequestContext, id: string): Promise<{ id: string; name: string }> {
  const volunteerId = context.requireVolunteer();
  return context.em.transactional(async (em) => {
    const sample = await em.findOne(FileEntity, { id, volunteerId, kind: workSample.kind });
    if (!sample) throw new DomainError('NOT_FOUND', explain('no-work-sample-of-yours'));
    await em.nativeDelete(FileEntity, { id, volunteerId });
    return { id, name: sample.name };
  });
}
