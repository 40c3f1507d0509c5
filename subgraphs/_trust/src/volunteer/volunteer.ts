import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { PersonalData } from '../personal-data/personal-data.js';
import { personalCategories } from '../personal-category/personal-category.js';
import { GrantScalar } from '../scalars/scalars.js';

/**
 * Makes a class the type to which a member adds its fields about a person, each of which requires the grant of the member's
 * category. The class has two properties: `id`, and the grant by the name that `personalData` gives it.
 *
 * @throws Error when no personal category has the member's grant
 */
export function VolunteerType({ member, grantField }: PersonalData): ClassDecorator {
  const category = personalCategories.find((one) => one.grantField === grantField);
  if (!category || grantField === null)
    throw new Error(`No personal category has the grant ${grantField} of ${member}.`);
  return (type) => {
    const prototype = type.prototype as object;
    Directive('@key(fields: "id")')(type);
    ObjectType({ description: 'A person in the federation; each member adds what it holds about them.' })(type);
    Field(() => ID, { description: 'The person’s id in the federation.' })(prototype, 'id');
    Directive('@external')(prototype, grantField);
    Field(() => GrantScalar, {
      nullable: true,
      description: `The registry’s decision on the category ${category.name}; null when the viewer may not read it.`,
    })(prototype, grantField);
  };
}
