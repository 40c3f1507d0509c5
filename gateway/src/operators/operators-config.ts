import { z } from 'zod';

/** The section about what operators may ask the gateway in the graph. */
export const operatorsSchema = z
  .strictObject({
    /** The policy of those who may; null: the graph has no such part. */
    policy: z
      .string()
      .regex(/^[\w.:-]{1,100}$/, 'must be the name of a policy')
      .nullable()
      .default(null),
  })
  .prefault({});
