import type { z } from 'zod';
import { count } from '../options/value-forms.js';

/** What stands in the section `limits` about documents. */
export const documentLimitsShape = {
  tokens: count(15_000),
  depth: count(25),
  /** Of one operation, counted at each use of a fragment. */
  aliases: count(100),
  /** In a whole document. */
  directives: count(50),
  /** Of one operation, counted at each use of a fragment. */
  rootFields: count(50),
  /** Definitions. */
  fragments: count(50),
  /** Of a whole document, counted at each use of a fragment; a use of a fragment counts as well. */
  fields: count(5_000),
};

/** What a document may cost before anything is done with it. */
export type DocumentLimits = z.output<z.ZodObject<typeof documentLimitsShape>>;
