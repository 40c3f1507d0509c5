import type { SheddingConfig } from './edge-config.js';
import type { Logger } from '../telemetry/logger.js';
import type { GatewayMetrics } from '../telemetry/metrics.js';
import { RequestError } from '../errors/request-error.js';
import { LagGauge } from './lag-gauge.js';
import { explain } from '../errors/messages.js';

/** What whoever is not let in is told. */
export const OVERLOADED = new RequestError('OVERLOADED', explain('gateway-busy'));

const PROBE_MS = 100;
const PROBES_PER_REPORT = 10;

/**
 * Decides at the door whether one more request can be served. What is refused costs next to nothing, so those inside are
 * finished in time. The number of requests is a plain limit; the lag of the event loop has a hysteresis.
 */
export class LoadShedder {
  readonly #maxRequests: number;
  readonly #gauge: LagGauge;
  readonly #probe: NodeJS.Timeout;
  readonly #metrics: Pick<GatewayMetrics, 'shed'>;
  #running = 0;
  #refused = 0;

  constructor({ maxRequests, maxLagMs }: SheddingConfig, logger: Logger, metrics: Pick<GatewayMetrics, 'shed'>) {
    this.#metrics = metrics;
    this.#maxRequests = maxRequests;
    this.#gauge = new LagGauge(maxLagMs);
    let last = performance.now();
    let probes = 0;
    let reported = 0;
    this.#probe = setInterval(() => {
      const now = performance.now();
      const lagMs = Math.max(0, now - last - PROBE_MS);
      last = now;
      this.#gauge.record(lagMs);
      probes++;
      if (probes % PROBES_PER_REPORT !== 0 || this.#refused === reported) return;
      const refused = this.#refused - reported;
      reported = this.#refused;
      logger.warn({ refused, running: this.#running, lagMs: Math.round(lagMs) }, 'overloaded');
    }, PROBE_MS).unref();
  }

  /** Lets a request in, which must {@link leave}; false: it must be refused. */
  enter(): boolean {
    if (this.#running >= this.#maxRequests || this.#gauge.isHigh) {
      this.#refused++;
      this.#metrics.shed();
      return false;
    }
    this.#running++;
    return true;
  }

  /** Says that a request is done. */
  leave(): void {
    this.#running--;
  }

  /** Stops watching the event loop. */
  close(): void {
    clearInterval(this.#probe);
  }
}
