import { decodeJwt, importJWK, jwtVerify, SignJWT, type JWK } from 'jose';
import type { Finding, Taken } from './rule.js';

/** What a member allows another one to take of it. */
export interface Word extends Taken {
  /** Who may take it. */
  readonly member: string;
  /** The rule that it lifts there, such as `REQUIRES_TAKEN`. */
  readonly code: string;
}

/** Words as they are kept, and the keys by which each member's are verified. */
export interface SignedWords {
  /** Each member's public Ed25519 key, by its name. */
  readonly keys: Readonly<Record<string, JWK>>;
  /** Compact JWTs, as {@link signWord} makes them. */
  readonly words: readonly string[];
}

const type = 'birlik-word+jwt';
const algorithm = 'EdDSA';

/** Signs a word with the owner's private Ed25519 key. */
export async function signWord({ owner, member, place, code }: Word, key: JWK): Promise<string> {
  return new SignJWT({ place, code })
    .setProtectedHeader({ alg: algorithm, typ: type })
    .setIssuer(owner)
    .setSubject(member)
    .setIssuedAt()
    .sign(await importJWK(key, algorithm));
}

/**
 * Reads words. One that is not signed by the key of the member that it names, or whose time is over, rejects with an error
 * that says which: a list with a wrong word in it is not what somebody has looked at.
 */
export async function readWords({ keys, words }: SignedWords): Promise<readonly Word[]> {
  return Promise.all(words.map((word, index) => readWord(word, keys, index)));
}

async function readWord(word: string, keys: SignedWords['keys'], index: number): Promise<Word> {
  try {
    const { iss = '' } = decodeJwt(word);
    const key = Object.hasOwn(keys, iss) ? keys[iss] : undefined;
    if (key === undefined) throw new Error(`There is no key of "${iss}".`);
    const { payload } = await jwtVerify(word, await importJWK(key, algorithm), { algorithms: [algorithm], typ: type });
    const { sub, place, code } = payload;
    if (sub === undefined || typeof place !== 'string' || typeof code !== 'string') {
      throw new Error('It does not say who allows what to whom.');
    }
    return { owner: iss, member: sub, place, code };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The word ${index + 1} is not valid: ${reason}`, { cause: error });
  }
}

/** The findings that no word allows. What several members own needs the word of each. */
export function withoutAllowed(findings: readonly Finding[], words: readonly Word[]): readonly Finding[] {
  return findings.filter(({ code, member, taken = [] }) => {
    const isAllowed = ({ owner, place }: Taken) =>
      words.some(
        (word) => word.owner === owner && word.member === member && word.place === place && word.code === code,
      );
    return taken.length === 0 || !taken.every(isAllowed);
  });
}
