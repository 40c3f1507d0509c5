import type { PersonHomePageQuery } from '../../../generated/graphql.js';

/** A person, as their home has them. */
export type HomePerson = NonNullable<PersonHomePageQuery['me']>;
