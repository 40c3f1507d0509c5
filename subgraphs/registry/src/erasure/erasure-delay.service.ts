import { defineSecret } from '@birlik/trust/secret';

/** How long a request for erasure can be taken back, in seconds. */
export const erasureDelay = defineSecret<number>('delay of erasures');
