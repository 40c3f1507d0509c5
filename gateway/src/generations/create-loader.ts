import type { Logger } from '../telemetry/logger.js';
import { fileSource } from './file-source.js';
import { lastGoodFile } from './last-good-file.js';
import type { SupergraphConfig } from './supergraph-config.js';
import { SupergraphLoader } from './supergraph-loader.js';
import { urlSource } from './url-source.js';

/** The loader of supergraphs that a configuration asks for. */
export function createSupergraphLoader(config: SupergraphConfig, logger: Logger): SupergraphLoader {
  const { file, url, token, pollMs, watch } = config;
  return new SupergraphLoader({
    // The configuration has exactly one of the two.
    source: url === undefined ? fileSource(file ?? '') : urlSource(url, { token }),
    lastGood: config.lastGoodFile === null ? null : lastGoodFile(config.lastGoodFile),
    pollMs,
    watch,
    logger,
  });
}
