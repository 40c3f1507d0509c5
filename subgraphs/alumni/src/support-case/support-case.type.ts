import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { OrganizationField, type Organization } from '@birlik/trust/organization';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { caseEntryKinds, type CaseEntryKind } from './support-case-entry.entity.js';
import {
  caseClosingReasons,
  caseConsents,
  supportCaseStatuses,
  troubles,
  type CaseClosingReason,
  type CaseConsent,
  type SupportCaseStatus,
  type Trouble,
} from './support-case.entity.js';

registerEnumType(troubles, {
  name: 'Trouble',
  description: 'What a case of somebody abroad is about.',
  valuesConfig: {
    RESIDENCE: { description: 'Visa, permit, registration.' },
    STUDY: { description: 'The university, or a recognition.' },
    HOUSING: { description: 'A place to live.' },
    MONEY: { description: 'Fees, scholarship, work.' },
    HEALTH: { description: 'Illness, accident, insurance.' },
    SAFETY: { description: 'Violence, threat, discrimination.' },
    DOCUMENTS: { description: 'A passport or papers, lost or refused.' },
    OTHER: { description: 'Something else.' },
  },
});

registerEnumType(supportCaseStatuses, {
  name: 'SupportCaseStatus',
  description: 'Where a case stands.',
  valuesConfig: {
    RAISED: { description: 'Nobody has acknowledged it yet.' },
    IN_PROGRESS: { description: 'An officer has seen it.' },
    REFERRED: { description: 'It was referred to a diplomatic mission, with the person’s consent.' },
    CLOSING: { description: 'An officer wants to close it; the person may object until `closesAt`.' },
    CLOSED: { description: 'It is closed; the person may reopen it.' },
  },
});

registerEnumType(caseConsents, {
  name: 'CaseConsent',
  description: 'Where the person’s consent to something about the case stands.',
  valuesConfig: {
    NONE: { description: 'It was not asked for.' },
    ASKED: { description: 'It was asked for, and the person has not answered.' },
    GIVEN: { description: 'The person gave it.' },
    WITHDRAWN: { description: 'The person refused it, or took it back.' },
  },
});

registerEnumType(caseClosingReasons, {
  name: 'CaseClosingReason',
  description: 'Why a case is closed.',
  valuesConfig: {
    SOLVED: { description: 'The trouble is over.' },
    NO_REMEDY: { description: 'Nothing can be done.' },
    PASSED_ON: { description: 'Somebody else helps.' },
    WITHDRAWN: { description: 'The person took it back.' },
  },
});

registerEnumType(caseEntryKinds, {
  name: 'CaseEntryKind',
  description: 'What happened to a case.',
  valuesConfig: {
    RAISED: { description: 'The person raised it.' },
    ADDED: { description: 'The person added something.' },
    ACKNOWLEDGED: { description: 'An officer acknowledged it.' },
    TRIAGED: { description: 'An officer said what it is, and who handles it.' },
    REFERRAL_CONSENT_ASKED: { description: 'Consent to refer it to a mission was asked for.' },
    MEETING_CONSENT_ASKED: { description: 'Consent to bring it before officials was asked for.' },
    REFERRAL_CONSENT_GIVEN: { description: 'The person agreed to the referral.' },
    MEETING_CONSENT_GIVEN: { description: 'The person agreed to bring it before officials.' },
    REFERRAL_CONSENT_WITHDRAWN: { description: 'The person does not agree, or no longer, to the referral.' },
    MEETING_CONSENT_WITHDRAWN: {
      description: 'The person does not agree, or no longer, to bring it before officials.',
    },
    REFERRED: { description: 'It was referred to a mission.' },
    ANSWERED: { description: 'An officer answered.' },
    CLOSING: { description: 'An officer wants to close it.' },
    OBJECTED: { description: 'The person objected to the closing.' },
    CLOSED: { description: 'It was closed.' },
    REOPENED: { description: 'The person reopened it.' },
    WITHDRAWN: { description: 'The person took it back.' },
    DECIDED: { description: 'A meeting with officials decided on it.' },
  },
});

@ObjectType({ description: 'One thing that happened to a case.' })
export class SupportCaseEntry {
  @Field(() => ID, { description: 'The entry’s id.' })
  readonly id!: string;

  @Field(() => caseEntryKinds, { description: 'What happened.' })
  readonly kind!: CaseEntryKind;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  readonly at!: Date;
}

@ObjectType({ description: 'What troubles somebody abroad, and what is done about it.' })
export class SupportCase {
  @Field(() => ID, { description: 'The case’s id.' })
  readonly id!: string;

  @Field(() => troubles, { description: 'What it is about.' })
  readonly trouble!: Trouble;

  @Field(() => Boolean, { description: 'Whether it is grave.' })
  readonly isGrave!: boolean;

  @Field(() => supportCaseStatuses, { description: 'Where it stands.' })
  readonly status!: SupportCaseStatus;

  @Field(() => DateTimeScalar, { description: 'When it was raised.' })
  readonly raisedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when the association has to acknowledge it.' })
  readonly acknowledgeBy!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was acknowledged; null while it was not.' })
  readonly acknowledgedAt!: Date | null;

  @Field(() => caseConsents, { description: 'Whether the person lets it be referred to a mission.' })
  readonly referralConsent!: CaseConsent;

  @Field(() => caseConsents, {
    description: 'Whether the person lets it be brought before officials by itself, which only a grave one can be.',
  })
  readonly meetingConsent!: CaseConsent;

  @Field(() => caseClosingReasons, {
    nullable: true,
    description: 'Why it is closed, or is to be; null while it is not.',
  })
  readonly closingReason!: CaseClosingReason | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the person may object to the closing; null when nobody wants to close it.',
  })
  readonly closesAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed; null while it is open.' })
  readonly closedAt!: Date | null;

  @OrganizationField({ description: 'Who is to help; null while the registry is down.' })
  readonly organization!: Organization;
}

export const SupportCaseConnection = connectionType('SupportCase', () => SupportCase);

export const SupportCaseResult = resultType(
  'SupportCaseResult',
  SupportCase,
  'The case as it stands now, or why nothing was done.',
);
