/**
 * Makes the headers of one attempt, an object of its own each time, to which the transport adds: an assertion is good for
 * one use.
 */
export type AttemptHeaders = (service: string, body: string) => Record<string, string>;
