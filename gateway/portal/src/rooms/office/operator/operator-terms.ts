import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type {
  GatewayBreaker,
  GatewayDifferenceGravity,
  GatewayDifferenceKind,
  GatewayFetchKind,
  GatewayMemberState,
  GatewayOutcome,
  GatewaySchemaOutcome,
} from '../../../generated/codes.js';
import type { Tone } from '../../../design/states/notice.js';

/** A word with the tone that repeats it. */
interface Told {
  readonly term: MessageDescriptor;
  readonly tone: Tone;
}

/** How the last request to a member ended. */
export const stateTerms: Readonly<Record<GatewayMemberState, Told>> = {
  ANSWERS: { term: msg`cavab verir`, tone: 'success' },
  FAILS: { term: msg`cavab vermir`, tone: 'danger' },
  NOT_ASKED: { term: msg`hələ soruşulmayıb`, tone: 'neutral' },
};

/** Whether requests to a member pass; the state in which all pass is not worth a word. */
export const breakerTerms: Readonly<Record<Exclude<GatewayBreaker, 'CLOSED'>, MessageDescriptor>> = {
  HALF_OPEN: msg`yoxlanılır`,
  OPEN: msg`sorğular dayandırılıb`,
};

/** How a request to a member ended. */
export const outcomeTerms: Readonly<Record<GatewayOutcome, Told>> = {
  OK: { term: msg`cavab gəldi`, tone: 'success' },
  ERRORS: { term: msg`cavabda xəta var`, tone: 'warning' },
  UNREACHABLE: { term: msg`əlaqə olmadı`, tone: 'danger' },
  TIMEOUT: { term: msg`vaxtında cavab gəlmədi`, tone: 'danger' },
  TOO_LARGE: { term: msg`cavab çox böyük idi`, tone: 'danger' },
  NOT_GRAPHQL: { term: msg`cavab oxunmadı`, tone: 'danger' },
  MISMATCHED: { term: msg`başqa sorğunun cavabı gəldi`, tone: 'danger' },
  CLIENT_DISCONNECTED: { term: msg`soruşan getdi`, tone: 'neutral' },
  BREAKER_OPEN: { term: msg`göndərilmədi, əvvəlkilər alınmamışdı`, tone: 'danger' },
  OVERLOADED: { term: msg`yer olmadı`, tone: 'warning' },
  FAILED: { term: msg`şlüzün öz xətası`, tone: 'danger' },
};

/** What a request asked a member for. */
export const fetchKindTerms: Readonly<Record<GatewayFetchKind, MessageDescriptor>> = {
  QUERY: msg`oxuyur`,
  MUTATION: msg`dəyişir`,
  ENTITIES: msg`tamamlayır`,
};

/** What became of a schema. */
export const schemaOutcomeTerms: Readonly<Record<GatewaySchemaOutcome, Told>> = {
  FIRST: { term: msg`bununla başlayıb`, tone: 'neutral' },
  SERVED: { term: msg`qəbul olundu`, tone: 'success' },
  REFUSED: { term: msg`rədd edildi`, tone: 'danger' },
};

/** What happened to a part of the schema. */
export const differenceTerms: Readonly<Record<GatewayDifferenceKind, MessageDescriptor>> = {
  ADDED: msg`əlavə olundu`,
  REMOVED: msg`götürüldü`,
  CHANGED: msg`dəyişdi`,
};

/** What a change means for those who ask. */
export const gravityTerms: Readonly<Record<GatewayDifferenceGravity, Told>> = {
  BREAKING: { term: msg`köhnə sorğular işləməyə bilər`, tone: 'danger' },
  DANGEROUS: { term: msg`gözlənilməz cavab verə bilər`, tone: 'warning' },
  SAFE: { term: msg`təhlükəsiz`, tone: 'neutral' },
};
