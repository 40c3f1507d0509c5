import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

/** What the section `telemetry` of the configuration holds beside the switch for the trace header. */
export const telemetryShape = {
  /** The metrics for Prometheus have a listener of their own, so that they never stand on a public port by accident. */
  metrics: z
    .strictObject({
      /** 0: any free port; null: no metrics are kept. */
      port: port.nullable().default(null),
      host: z.string().min(1).default('127.0.0.1'),
      path: z
        .string()
        .regex(/^\/[\w./-]*$/, 'must be a plain path such as /metrics')
        .default('/metrics'),
    })
    .prefault({}),
  traces: z
    .strictObject({
      /** The address of an OpenTelemetry collector, to which `/v1/traces` is added; null: no spans are made. */
      endpoint: z
        .url({ protocol: /^https?$/ })
        .nullable()
        .default(null),
      /** The share of requests to trace among those whose caller has not decided. */
      sampleRatio: z.coerce.number().min(0).max(1).default(1),
      serviceName: z.string().min(1).max(100).default('gateway'),
    })
    .prefault({}),
  /** Operations that take longer are logged with their fetches; 0: none. */
  slowMs: z.coerce.number().int().min(0).max(3_600_000).default(1_000),
};

const telemetrySchema = z.object(telemetryShape);

/** The configuration of metrics, traces and the log of slow operations. */
export type TelemetryConfig = z.output<typeof telemetrySchema>;
