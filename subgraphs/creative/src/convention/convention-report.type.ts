import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { conventionSectionKinds, type ConventionSectionKind } from './convention-report-section.entity.js';
import { conventionReporters, type ConventionReporter } from './convention-report.entity.js';

registerEnumType(conventionReporters, {
  name: 'ConventionReporter',
  description: 'Who reports under a convention.',
  valuesConfig: {
    PARTY: { description: 'The state that is party to it.' },
    CIVIL_SOCIETY: { description: 'An organisation of civil society.' },
  },
});

registerEnumType(conventionSectionKinds, {
  name: 'ConventionSectionKind',
  description: 'What a section of a report under the UNESCO 2005 Convention is about.',
  valuesConfig: {
    GOALS: { description: 'The goals of the Convention that the measure serves.' },
    CULTURAL_DOMAINS: { description: 'The cultural domains in which it is taken.' },
    CROSS_CUTTING_PRIORITIES: { description: 'The cross-cutting priorities that it serves.' },
  },
});

@ObjectType({ description: 'One section of the form in which a measure is reported under a convention.' })
export class ConventionReportSection {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The section’s id.' })
  readonly id!: string;

  @Field(() => conventionSectionKinds, { description: 'What it is about.' })
  readonly kind!: ConventionSectionKind;

  @LocalizedField({ description: 'Its heading in the caller’s language.' })
  readonly title!: LocalizedText;

  @SourceField()
  readonly source!: Source | null;
}

@ObjectType({ description: 'How a campaign was reported as a measure under a convention of UNESCO.' })
export class ConventionReport {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The report’s id.' })
  readonly id!: string;

  @LocalizedField({ description: 'The convention, in the caller’s language.' })
  readonly convention!: LocalizedText;

  @Field(() => conventionReporters, { description: 'Who reported it.' })
  readonly reportedBy!: ConventionReporter;

  @SourceField()
  readonly source!: Source | null;
}
