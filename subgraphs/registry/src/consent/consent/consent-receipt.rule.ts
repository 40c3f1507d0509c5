import type { JWTPayload } from 'jose';
import type { GrantCategory } from '../../decision/grant-category.rule.js';
import type { PublicJwk } from '../../signing/signing-jwk.rule.js';
import type { RecordedEventKind } from './consent-event.entity.js';

/** The type of the statement that a receipt is. */
export const receiptType = 'consent-receipt+jwt';

/** An organisation as a receipt names it, in the language of the person. */
export interface ReceiptParty {
  readonly name: string;
  /** Null where the country of its seat is not known. */
  readonly countryCode: string | null;
  readonly website: string | null;
  readonly email: string | null;
}

/** Everything that a receipt says. */
export interface ReceiptFacts {
  readonly receiptId: string;
  /** A pseudonym for this receipt alone, so that receipts cannot be joined with anything or with each other. */
  readonly principal: string;
  readonly consent: {
    readonly id: string;
    readonly category: GrantCategory;
    readonly givenAt: Date;
    readonly expiresAt?: Date | null | undefined;
  };
  readonly event: { readonly kind: RecordedEventKind; readonly happenedAt: Date; readonly byGuardian: boolean };
  readonly purpose: { readonly code: string; readonly name: string; readonly legalText: string };
  readonly office: ReceiptParty;
  /** Null for every accredited member. */
  readonly recipient: ReceiptParty | null;
  readonly collectionMethod: string;
  readonly publicKey: PublicJwk;
}

const everyMember = 'Every accredited member of the federation';
const withdrawalMethod =
  'The mutation withdrawConsent of the graph, with the id of the consent; it counts from the next request on.';

/**
 * A receipt with the fields of Kantara's Consent Receipt 1.1, and beside them what ISO/IEC TS 27560 asks of a record:
 * its id, who acted, when it ends and how it is withdrawn. It names the person by a pseudonym only.
 */
export function receiptOf(facts: ReceiptFacts): JWTPayload {
  const { consent, event, purpose, office, recipient } = facts;
  const controllers = [office, ...(recipient ? [recipient] : [])];
  const ends = consent.expiresAt?.toISOString() ?? null;
  return {
    version: 'KI-CR-v1.1.0',
    jurisdiction: office.countryCode,
    consentTimestamp: Math.floor(consent.givenAt.getTime() / 1000),
    collectionMethod: facts.collectionMethod,
    consentReceiptID: facts.receiptId,
    publicKey: JSON.stringify(facts.publicKey),
    piiPrincipalId: facts.principal,
    piiControllers: controllers.map(controllerOf),
    policyUrl: office.website,
    services: [
      {
        service: office.name,
        purposes: [
          {
            purpose: purpose.name,
            purposeCategory: [purpose.code],
            consentType: 'EXPLICIT',
            piiCategory: [consent.category],
            primaryPurpose: true,
            termination: ends ?? 'On withdrawal',
            thirdPartyDisclosure: true,
            thirdPartyName: recipient?.name ?? everyMember,
            legalText: purpose.legalText,
          },
        ],
      },
    ],
    sensitive: false,
    spiCat: [],
    record: {
      record_id: consent.id,
      lawful_basis: 'consent',
      event_type: event.kind,
      event_time: event.happenedAt.toISOString(),
      entity: event.byGuardian ? 'guardian' : 'principal',
      expiry: ends,
      withdrawal_method: withdrawalMethod,
    },
  };
}

function controllerOf({ name, countryCode, website, email }: ReceiptParty) {
  return {
    piiController: name,
    onBehalf: false,
    address: { addressCountry: countryCode },
    email,
    piiControllerUrl: website,
  };
}
