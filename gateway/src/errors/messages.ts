import { defineCatalogue } from '@birlik/messages/catalogue';
import texts from './messages.json' with { type: 'json' };

/** A message of the gateway to whoever asks. */
export const explain = defineCatalogue('gateway', texts);
