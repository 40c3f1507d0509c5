import type { LocalizedText } from '@birlik/kernel/localized';
import { Directive, Field, ObjectType, UseMiddleware, type MiddlewareFn } from 'type-graphql';
import { LocalizedField } from '../localized-field/localized-field.js';

/** Where something is stated, as the column `source` of its row holds it. */
export interface StoredSource {
  /** What the document is called; of what is made up, words that say so. */
  readonly document: LocalizedText;
  /** The document's words, in its own language; empty for what is made up. */
  readonly sentences: readonly string[];
}

const isMadeUp: MiddlewareFn = async ({ root }) => (root as StoredSource).sentences.length === 0;

@Directive('@shareable')
@ObjectType({ description: 'Where it is stated what the graph says of something.' })
export class Source {
  @LocalizedField({ description: 'The document in the caller’s language; of what is made up, words that say so.' })
  readonly document!: LocalizedText;

  @Field(() => [String], {
    description: 'The words of the document that state it, in the document’s own language; empty for what is made up.',
  })
  readonly sentences!: readonly string[];

  @UseMiddleware(isMadeUp)
  @Field(() => Boolean, {
    description: 'Whether it is made up to show the system: no document states it, and nobody may be held to it.',
  })
  readonly generated!: boolean;
}

/** The field that says where what is told of a row is stated; the row has it in its property `source`. */
export function SourceField(): PropertyDecorator {
  return Field(() => Source, {
    nullable: true,
    description: 'Where this is stated; null for what the organisation itself entered here.',
  }) as PropertyDecorator;
}
