import { DomainError } from '@birlik/kernel/errors';
import { newId } from '@birlik/kernel/identifier';
import type { EntityManager } from '@mikro-orm/postgresql';
import { viewerName, type RequestContext } from '../context/context.js';
import { explain } from '../messages.js';
import { fileAccess, makeLink, type FileAccess, type FileLink } from './file-access.js';
import { FileEntity, fileStates } from './file-entity.js';
import { fileNameOf } from './file-name.js';
import { mediaTypes } from './media-type.js';

/** For how long the bytes of a file may begin to come after it was announced. */
const awaitedSeconds = 600;

const bytesOfMegabyte = 1024 * 1024;

/** What a member takes files for. */
export interface FileUse {
  /** What such a file is, in the column `kind`. */
  readonly kind: string;
  /** By their names in `media-types.json`. */
  readonly mediaTypes: readonly string[];
  readonly mostMegabytes: number;
  /** How many files a row has at most, whatever became of them. */
  readonly mostFiles: number;
}

/** A file as whoever puts it announces it. */
export interface AnnouncedFile {
  readonly organizationId: string;
  readonly volunteerId: string;
  readonly subjectId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** A file of which the bytes are awaited, and where they go. */
export interface FileUpload {
  readonly file: FileEntity;
  readonly link: FileLink;
}

function filesOf(context: RequestContext): FileAccess {
  const access = fileAccess.of(context.member);
  if (!access) throw new Error(`The member ${context.member.name} holds no files.`);
  return access;
}

/**
 * Announces a file about a person, whose bytes are awaited at the link from then on.
 *
 * @param em in a transaction that has locked the row to which the file belongs
 * @throws DomainError BAD_USER_INPUT for a type, a size or a name that is not taken, and CONFLICT where there are too many
 */
export async function announceFile(
  context: RequestContext,
  em: EntityManager,
  { use, announced }: { readonly use: FileUse; readonly announced: AnnouncedFile },
): Promise<FileUpload> {
  const { kind, mostMegabytes, mostFiles } = use;
  const type = use.mediaTypes.includes(announced.mediaType) ? mediaTypes.get(announced.mediaType) : undefined;
  if (!type)
    throw new DomainError('BAD_USER_INPUT', explain('file-type-not-taken', { types: use.mediaTypes.join(', ') }));
  if (announced.bytes < 1 || announced.bytes > mostMegabytes * bytesOfMegabyte) {
    throw new DomainError('BAD_USER_INPUT', explain('file-size-not-taken', { most: mostMegabytes }));
  }
  const name = fileNameOf(announced.name, type);
  if (name === null) throw new DomainError('BAD_USER_INPUT', explain('file-name-empty'));
  if ((await em.count(FileEntity, { kind, subjectId: announced.subjectId })) >= mostFiles) {
    throw new DomainError('CONFLICT', explain('files-too-many', { most: mostFiles }));
  }
  const announcedAt = new Date();
  const file = em.create(FileEntity, {
    ...announced,
    id: newId(),
    kind,
    name,
    state: fileStates.AWAITED,
    refusal: null,
    sha256: null,
    storageKey: null,
    putBy: viewerName(context.requireViewer()),
    announcedAt,
    awaitedUntil: new Date(announcedAt.getTime() + awaitedSeconds * 1_000),
    settledAt: null,
  });
  await em.flush();
  return { file, link: await makeLink(filesOf(context), { verb: 'put', file: file.id, seconds: awaitedSeconds }) };
}

/** A link to the bytes of a file that the viewer may see; null where there are none. */
export async function linkToFile(
  context: RequestContext,
  { id, state }: Pick<FileEntity, 'id' | 'state'>,
): Promise<FileLink | null> {
  if (state !== fileStates.STORED) return null;
  const access = filesOf(context);
  return makeLink(access, { verb: 'get', file: id, seconds: access.linkSeconds });
}
