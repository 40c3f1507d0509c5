import { z } from 'zod';
import { personalCategories, type PersonalCategory } from '../personal-category/personal-category.js';
import { defineStatement } from '../statement/statement.js';

const listing = z.object({
  person: z.uuid(),
  organization: z.uuid(),
  viewer: z.string().min(1),
  list: z.string().min(1).max(100),
});

/**
 * That a person stands in a list of an organisation's own rows, as the member states it that keeps them, for one viewer.
 *
 * `person` is the id of a volunteer, `viewer` the name of the viewer that nobody else has, `list` the field that lists.
 */
export type Listing = z.infer<typeof listing>;

const statement = defineStatement('listing', listing);

/** States a person of a list to the registry, with the key that the member shares with it. It holds for a minute. */
export const stateListing = statement.sign;

/**
 * The listing in a statement and the category of data to which the list belongs, or null when there is none that holds: forged,
 * expired, for another viewer or another organisation, or of a member that holds no category.
 *
 * @param keys what the registry shares with each member, by its name
 */
export function verifyListing(
  token: string,
  of: {
    readonly viewer: string | null;
    readonly organization: string | null;
    readonly keys: Readonly<Record<string, Uint8Array>>;
  },
): { readonly listing: Listing; readonly category: PersonalCategory } | null {
  const opened = statement.open(token, of.keys);
  const category = personalCategories.find(({ owner }) => owner === opened?.member);
  if (!opened || !category) return null;
  const { viewer, organization } = opened.claims;
  return viewer === of.viewer && organization === of.organization ? { listing: opened.claims, category } : null;
}
