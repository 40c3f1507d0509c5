import { defineRowsLoader } from '@birlik/kernel/rows';
import { PlatformStatementEntity } from './platform-statement.entity.js';
import { PressReportEntity } from './press-report.entity.js';

/** What a platform says of itself, each kind in the order in which it states it. */
export const statementsByPlatform = defineRowsLoader(PlatformStatementEntity, 'platformId', {
  readers: 'everyone',
  orderBy: [{ kind: 'asc' }, { position: 'asc' }],
});

/** What the press has reported on a platform, newest first. */
export const pressReportsByPlatform = defineRowsLoader(PressReportEntity, 'platformId', {
  readers: 'everyone',
  orderBy: [{ publishedOn: 'desc' }, { id: 'desc' }],
  most: 100,
});
