/** What a receipt of a permission says, as far as a reader wants to know it. */
export interface ReceiptFacts {
  readonly event: string;
  readonly happenedAt: string;
  readonly byGuardian: boolean;
  readonly purpose: string;
  readonly legalText: string;
  /** As the graph writes them. */
  readonly categories: readonly string[];
  /** Whom it lets see. */
  readonly recipient: string;
  /** ISO moment; null when it lasts until it is withdrawn. */
  readonly endsAt: string | null;
}

interface ReceiptPayload {
  readonly services?: readonly {
    readonly purposes?: readonly {
      readonly purpose?: string;
      readonly legalText?: string;
      readonly piiCategory?: readonly string[];
      readonly thirdPartyName?: string;
    }[];
  }[];
  readonly record?: {
    readonly event_type?: string;
    readonly event_time?: string;
    readonly entity?: string;
    readonly expiry?: string | null;
  };
}

/** The type of the statement that a receipt of a permission is. */
const receiptType = 'consent-receipt+jwt';

/** What a genuine statement says as a receipt; null when it is another kind of statement. */
export function readReceipt(type: string, payload: unknown): ReceiptFacts | null {
  if (type !== receiptType) return null;
  const { services, record } = payload as ReceiptPayload;
  const purpose = services?.[0]?.purposes?.[0];
  return {
    event: record?.event_type ?? '',
    happenedAt: record?.event_time ?? '',
    byGuardian: record?.entity === 'guardian',
    purpose: purpose?.purpose ?? '',
    legalText: purpose?.legalText ?? '',
    categories: (purpose?.piiCategory ?? []).map((category) => category.toUpperCase().replaceAll('-', '_')),
    recipient: purpose?.thirdPartyName ?? '',
    endsAt: record?.expiry ?? null,
  };
}
