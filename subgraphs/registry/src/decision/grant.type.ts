import { personalCategories } from '@birlik/trust/personal-category';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { grantCategories, loggedCategories, type GrantCategory } from './grant-category.rule.js';
import { refusals, type Refusal } from './refusal.rule.js';

registerEnumType(grantCategories, {
  name: 'GrantCategory',
  description: 'A category of personal data: what a consent covers and a grant opens.',
  valuesConfig: Object.fromEntries(personalCategories.map(({ name, description }) => [name, { description }])),
});

registerEnumType(loggedCategories, {
  name: 'LoggedCategory',
  description: 'What a row of the access log is about.',
  valuesConfig: {
    ...Object.fromEntries(personalCategories.map(({ name, description }) => [name, { description }])),
    IDENTITY: { description: 'Who somebody is: whether a record of an organisation is theirs.' },
  },
});

registerEnumType(refusals, {
  name: 'Refusal',
  description: 'Why data is withheld; it never tells whether the person is registered.',
  valuesConfig: {
    NOT_SIGNED_IN: { description: 'Nobody is signed in.' },
    NO_ORGANIZATION: { description: 'The viewer is not the person and acts for no organisation.' },
    NOT_ACCREDITED: {
      description: 'The organisation is not accredited, is suspended, or does not let the viewer act for it.',
    },
    PURPOSE_MISSING: { description: 'The operation states no purpose.' },
    PURPOSE_UNKNOWN: { description: 'The purpose is not on the closed list.' },
    ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE: {
      description:
        'The organisation may not state the purpose: organisations of its kind may not, or the office decided so.',
    },
    ROLE_NOT_ALLOWED: { description: 'None of the viewer’s roles may state the purpose.' },
    SAFEGUARDING_CASE_MISSING: {
      description: 'The purpose may be stated only while the organisation has an open safeguarding case.',
    },
    PURPOSE_NOT_OPEN: { description: 'The purpose does not open the category for anybody.' },
    NO_CONSENT: { description: 'There is no consent for this purpose, and no tie that opens the category.' },
  },
});

@ObjectType({
  description: 'A part of a profile that was asked for and is not shown, because the viewer has no right to it.',
})
export class Withheld {
  @Field(() => grantCategories, { description: 'The category that is withheld.' })
  readonly category!: GrantCategory;

  @Field(() => String, { description: 'The member of the federation that holds it, such as `university`.' })
  readonly owner!: string;

  @Field(() => refusals, { description: 'Why it is withheld.' })
  readonly reason!: Refusal;
}
