import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { readingOrganization } from '../membership/organization/authority.service.js';
import { SavedSearchNameArgs, SaveSearchInput } from './saved-search.input.js';
import {
  deleteSaved,
  listSaved,
  mostSaved,
  renameSaved,
  saveSearch,
  type SavedSearchRow,
} from './saved-search.service.js';
import { SavedSearch, SavedSearchResult } from './saved-search.type.js';

const searching = readingOrganization('officer', 'coordinator', 'analyst', 'safeguarding_lead', 'admin');

@Resolver(() => SavedSearch)
export class SavedSearchResolver {
  @Allow(searching)
  @Query(() => [SavedSearch], {
    nullable: true,
    description: `The searches of cards that the viewer keeps for their organisation, by name, at most ${mostSaved}; for whoever acts for an accredited organisation. Null while the service is down.`,
  })
  savedSearches(@Ctx() context: RequestContext): Promise<SavedSearchRow[]> {
    return listSaved(context);
  }

  @Allow(writeScope, searching)
  @Mutation(() => SavedSearchResult, {
    description: `Keeps a search of cards for the viewer alone, at most ${mostSaved}; for whoever acts for an accredited organisation.`,
  })
  saveSearch(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveSearchInput, { description: 'The search and its name.' }) input: SaveSearchInput,
  ): Promise<SavedSearchRow | Problem> {
    return asResult(() => saveSearch(context, input));
  }

  @Allow(writeScope, searching)
  @Mutation(() => SavedSearchResult, {
    description:
      'Calls a saved search of the viewer’s something else; for whoever acts for an accredited organisation.',
  })
  renameSavedSearch(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The saved search’s id.' }) id: string,
    @Args(() => SavedSearchNameArgs) { name }: SavedSearchNameArgs,
  ): Promise<SavedSearchRow | Problem> {
    return asResult(() => renameSaved(context, id, name));
  }

  @Allow(writeScope, searching)
  @Mutation(() => Boolean, {
    nullable: true,
    description:
      'Forgets a saved search of the viewer’s, and says whether there was one; for whoever acts for an accredited organisation. Null while the service is down.',
  })
  deleteSavedSearch(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The saved search’s id.' }) id: string,
  ): Promise<boolean> {
    return deleteSaved(context, id);
  }
}
