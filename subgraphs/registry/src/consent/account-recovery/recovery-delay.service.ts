import { defineSecret } from '@birlik/trust/secret';

/** How long a recovery can be refused, in seconds. */
export const recoveryDelay = defineSecret<number>('delay of recoveries');
