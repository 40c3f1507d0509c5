import { defineCatalogue } from '@birlik/messages/catalogue';
import texts from './messages.json' with { type: 'json' };

/** A message of the trust framework to whoever asks. */
export const explain = defineCatalogue('trust', texts);
