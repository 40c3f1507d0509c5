import type { Message } from '@birlik/messages/message';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { explain } from '../messages.js';

/** What a rule of class-validator demands, by its name there; the constraints are what the rule was declared with. */
const rules: Readonly<Record<string, (field: string, constraints: readonly unknown[]) => Message>> = {
  isUuid: (field) => explain('field-not-uuid', { field }),
  isString: (field) => explain('field-not-text', { field }),
  maxLength: (field, [most]) => explain('field-too-long', { field, most: Number(most) }),
  minLength: (field, [least]) => explain('field-too-short', { field, least: Number(least) }),
  isLength: (field, [least, most]) =>
    explain('field-of-other-length', { field, least: Number(least), most: Number(most) }),
  isInt: (field) => explain('field-not-whole-number', { field }),
  min: (field, [least]) => explain('field-too-small', { field, least: Number(least) }),
  max: (field, [most]) => explain('field-too-great', { field, most: Number(most) }),
  isBoolean: (field) => explain('field-not-boolean', { field }),
  isIn: (field, [values]) => explain('field-not-of-list', { field, values: (values as unknown[]).join(', ') }),
  isDate: (field) => explain('field-not-instant', { field }),
  isIso8601: (field) => explain('field-not-day', { field }),
  arrayMaxSize: (field, [most]) => explain('field-too-many', { field, most: Number(most) }),
  arrayNotEmpty: (field) => explain('field-empty', { field }),
  arrayUnique: (field) => explain('field-repeats', { field }),
  isEmail: (field) => explain('field-not-email', { field }),
  isUrl: (field) => explain('field-not-url', { field }),
  isISO31661Alpha2: (field) => explain('field-not-country', { field }),
};

/** What is wrong with the arguments of a field: one message a broken rule, with the path of the value in the input. */
export function brokenRules(errors: readonly ValidationError[], above = ''): readonly Message[] {
  return errors.flatMap((error) => {
    const field = `${above}${error.property}`;
    const own = Object.keys(error.constraints ?? {}).map((rule) => {
      const demand = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
      return demand ? demand(field, constraintsOf(error, rule)) : explain('field-invalid', { field });
    });
    return [...own, ...brokenRules(error.children ?? [], `${field}.`)];
  });
}

/** class-validator keeps what a rule was declared with, but says it in its English text only. */
function constraintsOf({ target, property }: ValidationError, rule: string): readonly unknown[] {
  if (!target) return [];
  return (
    getMetadataStorage()
      .getTargetValidationMetadatas(target.constructor, '', false, false)
      .find(({ propertyName, name }) => propertyName === property && name === rule)?.constraints ?? []
  );
}
