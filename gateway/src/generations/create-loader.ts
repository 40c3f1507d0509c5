import type { Logger } from '../telemetry/logger.js';
import { fileSource } from './file-source.js';
import { lastGoodFile } from './last-good-file.js';
import type { SupergraphConfig } from './supergraph-config.js';
import { SupergraphSupply } from './supergraph-loader.js';
import { urlSource } from './url-source.js';

/** The supply of supergraphs that a configuration asks for. */
export function createSupply(config: SupergraphConfig, logger: Logger): SupergraphSupply {
  const { file, url, token, pollMs, watch } = config;
  return new SupergraphSupply({
    // The configuration has exactly one of the two.
    source: url === undefined ? fileSource(file ?? '') : urlSource(url, { token }),
    lastGood: config.lastGoodFile === null ? null : lastGoodFile(config.lastGoodFile),
    pollMs,
    watch,
    logger,
  });
}
