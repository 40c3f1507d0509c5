import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  GovernanceChoice,
  GovernanceFunction,
  GovernanceMajority,
  GovernanceMeetingStatus,
  GovernanceMotionStatus,
  GovernanceOutcome,
} from '../../../generated/codes.js';

type Terms<Code extends string> = Readonly<Record<Code, MessageDescriptor>>;

/** Where a meeting of a body stands. */
export const meetingTerms: Terms<GovernanceMeetingStatus> = {
  PLANNED: msg`planlaşdırılıb`,
  OPEN: msg`indi keçirilir`,
  CLOSED: msg`bitib`,
  CANCELLED: msg`baş tutmayacaq`,
};

/** Where a motion stands. */
export const motionTerms: Terms<GovernanceMotionStatus> = {
  DRAFT: msg`gündəlikdədir`,
  OPEN: msg`səsvermə gedir`,
  CLOSED: msg`səsvermə bitib`,
};

/** How a vote ended. */
export const outcomeTerms: Terms<GovernanceOutcome> = {
  CARRIED: msg`qəbul olundu`,
  LOST: msg`qəbul olunmadı`,
  NO_QUORUM: msg`yetərsay yox idi`,
};

/** What is voted. */
export const choiceTerms: Terms<GovernanceChoice> = {
  FOR: msg`Lehinə`,
  AGAINST: msg`Əleyhinə`,
  ABSTAIN: msg`Bitərəf`,
};

/** What carries a motion. */
export const majorityTerms: Terms<GovernanceMajority> = {
  SIMPLE: msg`sadə səs çoxluğu`,
  TWO_THIRDS: msg`üçdə iki səs`,
};

/** What a body of governance does. */
export const governanceTerms: Terms<GovernanceFunction> = {
  SUPREME: msg`ali orqan`,
  GOVERNING: msg`idarə edir`,
  EXECUTIVE: msg`icra edir`,
  SUPERVISORY: msg`nəzarət edir`,
};
