import { newId } from '@birlik/kernel/identifier';
import { defineStory } from '@birlik/test/testkit/story';

/** A campaign that takes applications for one seat. */
export const campaign = defineStory('campaign', () => ({
  id: newId(),
  organization_id: newId(),
  name: { az: 'Ad' },
  status: 'open',
  seats: 1,
}));

export const discipline = defineStory('discipline', () => ({
  id: newId(),
  organization_id: newId(),
  name: { az: 'Ad' },
}));

/** A criterion of a campaign that is there already. */
export const selectionCriterion = defineStory('selection_criterion', () => ({
  id: newId(),
  organization_id: newId(),
  campaign_id: newId(),
  name: { az: 'Ad' },
  weight: 1,
}));

/** An application that nobody has looked at; the campaign and the discipline are there already. */
export const application = defineStory('creative_application', () => ({
  id: newId(),
  organization_id: newId(),
  volunteer_id: newId(),
  campaign_id: newId(),
  discipline_id: newId(),
  region: null,
  status: 'registered',
  answers: {},
  applied_at: new Date(),
}));

/** What one reviewer thinks of an application that is there already. */
export const reviewScore = defineStory('review_score', () => ({
  id: newId(),
  organization_id: newId(),
  application_id: newId(),
  criterion_id: newId(),
  reviewer_sub: 'reviewer',
  score: 50,
}));
