import { defineEntity, p } from '@mikro-orm/core';

export const fileStates = { AWAITED: 'awaited', STORED: 'stored', REFUSED: 'refused' } as const;
export type FileState = (typeof fileStates)[keyof typeof fileStates];

export const fileRefusals = { NOT_ITS_TYPE: 'not_its_type', NOT_ITS_SIZE: 'not_its_size' } as const;
export type FileRefusal = (typeof fileRefusals)[keyof typeof fileRefusals];

const FileSchema = defineEntity({
  name: 'FileEntity',
  tableName: 'file',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    volunteerId: p.uuid(),
    /** What it is, such as a work sample. */
    kind: p.text(),
    /** The row that it belongs to. */
    subjectId: p.uuid(),
    name: p.text(),
    mediaType: p.text(),
    bytes: p.integer(),
    state: p.string().$type<FileState>(),
    refusal: p.string().$type<FileRefusal>().nullable(),
    sha256: p.text().nullable(),
    storageKey: p.uuid().nullable(),
    /** The name of the viewer who announced it, which no other has. */
    putBy: p.text(),
    announcedAt: p.datetime(),
    /** Until when its bytes may begin to come, in the real time. */
    awaitedUntil: p.datetime(),
    settledAt: p.datetime().nullable(),
  },
});

/** A file that somebody put: what is said of it. Its bytes are in the store. */
export class FileEntity extends FileSchema.class {}
FileSchema.setClass(FileEntity);
