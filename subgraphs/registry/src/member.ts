import { defineMember } from '@birlik/trust/member';
import { variables } from './config.js';
import { database } from './database.js';
import { memberKeys } from './decision/grant.service.js';
import { recoveryDelay } from './consent/account-recovery/recovery-delay.service.js';
import { accountConfirmationJobs } from './consent/account-confirmation/account-confirmation.service.js';
import { recoveryJobs } from './consent/account-recovery/recovery-jobs.service.js';
import { erasureDelay } from './erasure/erasure-delay.service.js';
import { admitConfiguredIssuers } from './membership/issuer/issuer.service.js';
import { addressClaimJobs } from './linkage/address-claim/address-claim.service.js';
import { recordOfferJobs } from './linkage/record-offer/record-offer-jobs.service.js';
import { mostClaimTriesOfDay } from './linkage/invitation/invitation.service.js';
import { mostLookupsOfDay } from './linkage/person-lookup/person-lookup.service.js';
import { resolveSubmissions } from './linkage/person-link/resolve-submissions.service.js';
import { nationalNumberKeys } from './linkage/source-record/national-number.rule.js';
import { mostRecordsOfDay } from './linkage/source-record/submission-limit.service.js';
import { bundleSeconds, signAccessLog } from './log/access-log/sign-access-log.service.js';
import { mostSignUpsOfDay } from './people/account/account.service.js';
import { codeMail, emailCodeJobs } from './people/own-facts/email-code.service.js';
import { deliveryChannels, openChannels } from './message/delivery-channel.service.js';
import { messageJobs } from './message/message-delivery.service.js';
import { pruneReach } from './people/volunteer/reach.service.js';
import { personalData } from './personal-data.js';
import { schema } from './schema.js';
import { publishSigningKeys } from './signing/signing-key.service.js';
import { createStatementSigner, statementSigner } from './signing/statement.service.js';

export const member = defineMember({
  name: 'registry',
  schema,
  database,
  personalData,
  issuesGrants: true,
  jobs: (process) => [
    {
      name: 'sign the access log',
      pauseMs: 1_000,
      last: true,
      run: (em) => signAccessLog(em, statementSigner.of(process), bundleSeconds.of(process)),
    },
    { name: 'resolve submitted records', pauseMs: 1_000, run: resolveSubmissions },
    { name: 'prune whom organisations may list', pauseMs: 60_000, run: pruneReach },
  ],
  jobKinds: (process) => [
    ...messageJobs(process),
    ...emailCodeJobs(process),
    ...addressClaimJobs(process),
    ...recordOfferJobs(process),
    ...recoveryJobs(process),
    ...accountConfirmationJobs(process),
  ],
  config: variables,
  secrets: (config) => [
    memberKeys.is(config.GRANT_KEYS),
    statementSigner.is(createStatementSigner(config.SIGNING_KEYS)),
    nationalNumberKeys.is(config.NATIONAL_NUMBER_KEYS),
    erasureDelay.is(config.ERASURE_DELAY_SECONDS),
    mostRecordsOfDay.is(config.SUBMITTED_RECORDS_OF_DAY),
    mostSignUpsOfDay.is(config.SIGN_UPS_OF_DAY),
    mostClaimTriesOfDay.is(config.CLAIM_TRIES_OF_DAY),
    mostLookupsOfDay.is(config.PERSON_LOOKUPS_OF_DAY),
    deliveryChannels.is(openChannels(config)),
    recoveryDelay.is(config.RECOVERY_DELAY_SECONDS),
    codeMail.is(openChannels(config).email ?? null),
    bundleSeconds.is(config.LOG_BUNDLE_SECONDS),
  ],
  prepare: async (config, em) => {
    // Nothing is signed with a key that nobody can look up.
    await publishSigningKeys(config.SIGNING_KEYS, em);
    await admitConfiguredIssuers(config.ADMITTED_ISSUERS, em);
  },
  seed: () => import('../seeds/demo.js'),
});

if (import.meta.main) await member.run();
