import { defineCatalogue } from '@birlik/messages/catalogue';
import texts from './messages.json' with { type: 'json' };

/** A message of this member to whoever asks. */
export const explain = defineCatalogue('union', texts);
