import { keySetText } from '../access/assertion-key.js';
import { ASSERTION_HEADER, assertionProof, AssertionSigner, type AssertedViewer } from '../access/assertion-signer.js';
import { KEY_SHARE_HEADER } from '../access/key-agreement.js';
import { AuthorizationStatus } from '../access/authorization-status.js';
import { explain } from '../errors/messages.js';
import { RequestError } from '../errors/request-error.js';
import { asClaimed, claimantOf, type Member } from '../identity/member.js';
import { tokenEnd } from '../identity/token-end.js';
import { TokenVerifier } from '../identity/token-verifier.js';
import { readPairwisePlaces } from '../pairwise/pairwise-places.js';
import { createPseudonyms } from '../pairwise/pseudonyms.js';
import type { AttemptHeaders, RequesterOperation, RequesterSubject } from '../subgraph/requester.js';
import { payerOf } from '../trust/token-trust.js';
import type { PrivateIds, Trust } from '../trust/trust.js';
import {
  checkAuthorizationStatus,
  createAskAuthority,
  createAskCapacity,
  type OwnOperations,
} from './ask-authority.js';
import type { BirlikOptions } from './birlik-options.js';
import { checkMembers } from './check-members.js';
import { checkNeeds } from './check-needs.js';
import { capacityInquiry, type LegalCapacity } from './legal-capacity.js';
import { compilePolicies } from './policies.js';
import { newOperationId } from './operation-id.js';
import { readPurpose } from './purpose.js';
import { statedReads } from './stated-reads.js';

const READ_SCOPE = 'graph:read';

/**
 * Makes the trust of Birlik: an authority says who the bearer of a token is, each request to a subgraph carries an assertion
 * of who asks and for what, and each sector sees ids of its own.
 *
 * @param own runs what the gateway itself asks the authority
 */
export function createBirlikTrust(options: BirlikOptions, own: OwnOperations): Trust {
  const tokens = new TokenVerifier(options.issuers, claimantOf);
  const { assertionKey, publishedKeys, agreementKeys } = options;
  const signer = assertionKey === null ? null : new AssertionSigner(assertionKey, agreementKeys);
  const asked = options.authorizationStatus;
  const ids = createIds(options);
  const members = checkMembers(asked?.authority ?? null, options.words);
  const status = asked === null ? null : new AuthorizationStatus(asked, createAskAuthority(asked, own, ids));
  const askCapacity = asked === null ? null : createAskCapacity(asked, own, ids);
  return {
    identify: ({ authorization, 'birlik-purpose': purpose }) =>
      authorization === undefined
        ? { viewer: null, purpose: readPurpose(purpose) }
        : tokens.verify(authorization).then(async (claimant) => {
            demandReadScope(claimant);
            const stated = readPurpose(purpose);
            return { viewer: status === null ? asClaimed(claimant) : await status.of(claimant), purpose: stated };
          }),
    expiresAt: ({ authorization }) => tokenEnd(authorization),
    again: (viewer: Member | null) => status?.again(viewer) ?? viewer,
    headersFor: (subject: MemberSubject, operation: MemberOperation) =>
      signer === null ? null : assertionsOf(signer, status?.authority ?? null, subject, operation),
    proofHeaders: [ASSERTION_HEADER, KEY_SHARE_HEADER],
    echoOf: assertionProof,
    keySet: assertionKey === null ? null : keySetText(assertionKey, publishedKeys),
    readsOf: statedReads,
    inquiryOf: (operation, types) => capacityInquiry(operation, types, askCapacity),
    ids,
    policies: compilePolicies(options.policies),
    payerOf: (viewer: Member | null) =>
      viewer === null || viewer.organizationId === null ? payerOf(viewer) : `organization ${viewer.organizationId}`,
    organizationOf: (viewer: Member | null) => viewer?.organizationId ?? null,
    check: (supergraph) => {
      const { schema, subgraphs } = supergraph;
      checkNeeds(supergraph.types.schema, options);
      if (asked !== null) checkAuthorizationStatus(asked, schema, subgraphs, options.limits);
    },
    ...members,
  };
}

/** Without it a token is for something else, as one of a sign-in alone is. Throws {@link RequestError}. */
function demandReadScope({ scopes }: Member): void {
  if (!scopes.includes(READ_SCOPE))
    throw new RequestError('FORBIDDEN', explain('read-scope-missing', { scope: READ_SCOPE }));
}

interface MemberSubject extends RequesterSubject {
  readonly viewer: Member | null;
}

interface MemberOperation extends RequesterOperation {
  readonly found?: LegalCapacity;
}

/**
 * The assertions of one operation.
 *
 * @param authority the subgraph that alone is told what a token says, when it is asked who its bearer is, and of an
 *   organisation for which the viewer may not act towards others: it decides for itself
 */
function assertionsOf(
  signer: AssertionSigner,
  authority: string | null,
  { viewer, purpose, request }: MemberSubject,
  { name, found }: MemberOperation,
): AttemptHeaders {
  const about = { viewer: assertedOf(viewer), purpose, operation: name, request, operationId: newOperationId() };
  const assert = signer.about(about);
  if (viewer === null) return assert;
  const { claims, organizationId, mayAct } = viewer;
  const isOneToAll = claims === null && (organizationId === null || mayAct);
  if (isOneToAll && found === undefined) return assert;
  const assertToAuthority = claims === null ? assert : signer.about({ ...about, claims });
  const others = isOneToAll ? about : { ...about, viewer: assertedOf({ ...viewer, organizationId: null, roles: [] }) };
  const assertToOthers = signer.about(others);
  const { decidesFor = null, services } = found ?? {};
  const assertCapacity = decidesFor === null ? assertToOthers : signer.about({ ...others, decidesFor });
  return (fetch, body) => {
    const { service } = fetch;
    const assertTo = services?.has(service) === true ? assertCapacity : assertToOthers;
    return (service === authority ? assertToAuthority : assertTo)(fetch, body);
  };
}

function assertedOf(viewer: Member | null): AssertedViewer | null {
  if (viewer === null) return null;
  const { issuer, sub, volunteerId, organizationId, roles, scopes, client, authTime } = viewer;
  return { issuer, sub, volunteerId, organizationId, roles, scopes, client, authTime };
}

function createIds({ pairwise }: BirlikOptions): PrivateIds | null {
  const pseudonyms = createPseudonyms(pairwise);
  return pseudonyms === null
    ? null
    : { placesOf: readPairwisePlaces, of: (viewer: Member | null) => pseudonyms.of(viewer) };
}
