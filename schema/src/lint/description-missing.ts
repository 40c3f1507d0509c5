import type { StringValueNode } from 'graphql';
import type { Fault, Rule } from './rule.js';
import { directivesNamed, isRootType } from './subgraph-document.js';

/**
 * Everything that a client can see says what it is. Fields marked `@external` are described by the subgraph that owns
 * them, and root types need no description beside that of their fields.
 */
export const descriptionMissing: Rule = {
  code: 'DESCRIPTION_MISSING',
  *check(subgraphs): Iterable<Fault> {
    for (const { name: subgraph, types } of subgraphs) {
      const undescribed = (path: string): Fault => ({ subgraph, path, message: 'has no description.' });
      for (const type of types.values()) {
        const { definition } = type;
        if (definition !== undefined && !isRootType(type.name) && isBlank(definition.description)) {
          yield undescribed(type.name);
        }
        for (const field of type.fields) {
          if (directivesNamed(field.directives, 'external').length > 0) continue;
          const path = `${type.name}.${field.name.value}`;
          if (isBlank(field.description)) yield undescribed(path);
          for (const argument of field.arguments ?? []) {
            if (isBlank(argument.description)) yield undescribed(`${path}(${argument.name.value}:)`);
          }
        }
        for (const member of [...type.inputFields, ...type.values]) {
          if (isBlank(member.description)) yield undescribed(`${type.name}.${member.name.value}`);
        }
      }
    }
  },
};

const isBlank = (description: StringValueNode | undefined): boolean =>
  description === undefined || description.value.trim() === '';
