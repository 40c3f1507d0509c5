export { announceFile, linkToFile, type AnnouncedFile, type FileUpload, type FileUse } from './announced-file.js';
export { discardErased, discardFiles, sweepFiles } from './discarded-files.js';
export { fileAccess, fileVariables, makeLink, openFiles, type FileConfig, type FileLink } from './file-access.js';
export { FileEntity, fileRefusals, fileStates, type FileRefusal, type FileState } from './file-entity.js';
export { createFileTransfer } from './file-transfer.js';
