import type { LocalizedText } from '@birlik/kernel/localized';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalizedField } from '../localized-field/localized-field.js';
import { SourceField, type Source, type StoredSource } from '../source/source.js';

export const figurePrecisions = { EXACT: 'exact', ABOUT: 'about', MORE_THAN: 'more_than' } as const;
export type FigurePrecision = (typeof figurePrecisions)[keyof typeof figurePrecisions];

/** A figure that somebody reported, as a row holds it. */
export interface StoredFigure {
  readonly definition: LocalizedText;
  readonly value: number;
  readonly precision: FigurePrecision;
  readonly period: LocalizedText | null;
  readonly source: StoredSource | null;
}

registerEnumType(figurePrecisions, {
  name: 'FigurePrecision',
  description: 'How exactly a figure was reported.',
  valuesConfig: {
    EXACT: { description: 'The figure itself.' },
    ABOUT: { description: 'About as many.' },
    MORE_THAN: { description: 'More than that.' },
  },
});

@Directive('@shareable')
@ObjectType({
  description:
    'A figure that an organisation reported in public. It is not counted from records, so it is never one of a series with statistics that are.',
})
export class ReportedFigure {
  @LocalizedField({ description: 'What is counted, in the caller’s language.' })
  readonly definition!: LocalizedText;

  @Field(() => Int, { description: 'The figure.' })
  readonly value!: number;

  @Field(() => figurePrecisions, { description: 'How exactly it was reported.' })
  readonly precision!: FigurePrecision;

  @LocalizedField({
    nullable: true,
    description: 'For which time, in the caller’s language; null if that was not reported.',
  })
  readonly period!: LocalizedText | null;

  @SourceField()
  readonly source!: Source | null;
}
