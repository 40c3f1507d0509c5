import { isJsonObject, readOwn, type Json, type JsonObject } from '../../subgraph/json.js';
import { SubgraphUnavailable } from '../../subgraph/subgraph-unavailable.js';
import type { AnswerCaching, AskSubgraph, SubgraphAnswer, SubgraphRequest } from '../../subgraph/subgraph-request.js';
import type { FetchSharing, SharedPart } from '../../subgraph/fetch-sharing.js';
import type { CacheEntry, CacheStore } from './cache-store.js';
import { completeAnswer, missingRequest, type FoundEntities } from './found-entities.js';
import { readHeader, readTags } from './header-seconds.js';

export interface CacheQuestion {
  readonly request: SubgraphRequest;
  readonly sharing: FetchSharing;
  /** What the subgraph is told beside the body; never a viewer. */
  readonly context: string;
  /** Whether the subgraph's header alone allows caching an answer; otherwise the supergraph's hints must. */
  readonly byHeader: boolean;
  /** Asks the subgraph for what is missing. */
  readonly load: AskSubgraph;
}

/** What may be cached. */
interface Candidate {
  readonly part: SharedPart;
  readonly key: string;
  readonly value: JsonObject;
  /** Null for root fields. */
  readonly representation: Json;
}

const MAX_SECONDS = 30 * 24 * 60 * 60;

/** Answers fetches from the store as far as it can, and caches what may be cached of the rest. */
export class AnswerCache {
  readonly #store: CacheStore;
  /** Fetches of which a subgraph said once that answers are public. */
  readonly #learned = new WeakSet<FetchSharing>();
  /** Joined operations get one answer, which is cached once. */
  readonly #cached = new WeakSet<SubgraphAnswer>();

  constructor(store: CacheStore) {
    this.#store = store;
  }

  /** Whether the header of an earlier answer said that answers to this fetch are public. */
  isPublicByHeader(sharing: FetchSharing): boolean {
    return this.#learned.has(sharing);
  }

  /** Notes what the headers of an answer say. The next request of this fetch is looked up. */
  learn(sharing: FetchSharing, caching: AnswerCaching): void {
    if (readHeader(caching).isPublic) this.#learned.add(sharing);
  }

  /** Answers a fetch that carries no viewer, from the store as far as that goes. */
  readThrough(question: CacheQuestion): Promise<SubgraphAnswer> {
    return question.request.entities.length === 0 ? this.#root(question) : this.#entities(question);
  }

  async #root(question: CacheQuestion): Promise<SubgraphAnswer> {
    const { request, sharing, load } = question;
    const key = keyOf(question, sharing.root, '');
    const { texts, epoch } = await this.#store.read([key]);
    const cached = parse(texts[0] ?? null);
    if (isJsonObject(cached)) return { data: cached, errors: [] };
    const answer = await load(request);
    const { data } = answer;
    if (epoch === null || data === null || !this.#isGood(answer)) return answer;
    if (Object.values(data).some((value) => value === null)) return answer;
    const entry = this.#entry(question, answer, { part: sharing.root, key, value: data, representation: null });
    if (entry !== null) void this.#store.write([entry], epoch);
    return answer;
  }

  async #entities(question: CacheQuestion): Promise<SubgraphAnswer> {
    const { request, sharing, load } = question;
    const keys = request.entities.map(({ representations }, at) => {
      const part = sharing.entities[at];
      return representations.map((text) => (part === undefined ? '' : keyOf(question, part, text)));
    });
    const { texts, epoch } = await this.#store.read(keys.flat());
    let next = 0;
    const found: FoundEntities = keys.map((list) => list.map(() => asEntity(parse(texts[next++] ?? null))));
    const missing = missingRequest(request, found);
    if (missing === null) return completeAnswer(request, found, null);
    let answer: SubgraphAnswer;
    try {
      answer = await load(missing);
    } catch (error) {
      if (!(error instanceof SubgraphUnavailable) || found.flat().every((entity) => entity === null)) throw error;
      return completeAnswer(request, found, error);
    }
    if (epoch !== null && answer.data !== null && this.#isGood(answer)) {
      const entries = this.#entityEntries(question, missing, answer.data, answer);
      if (entries.length > 0) void this.#store.write(entries, epoch);
    }
    return missing === request ? answer : completeAnswer(request, found, answer);
  }

  #entityEntries(
    question: CacheQuestion,
    { entities }: SubgraphRequest,
    data: JsonObject,
    answer: SubgraphAnswer,
  ): CacheEntry[] {
    return entities.flatMap(({ alias, representations }, at) => {
      const list = readOwn(data, alias);
      const part = question.sharing.entities[at];
      if (part === undefined || !Array.isArray(list) || list.length !== representations.length) return [];
      return representations.flatMap((text, index): CacheEntry[] => {
        const entity = (list as readonly Json[])[index];
        if (!isJsonObject(entity)) return [];
        const entry = this.#entry(question, answer, {
          part,
          key: keyOf(question, part, text),
          value: entity,
          representation: parse(text),
        });
        return entry === null ? [] : [entry];
      });
    });
  }

  #isGood(answer: SubgraphAnswer): boolean {
    if (answer.errors.length > 0 || this.#cached.has(answer)) return false;
    this.#cached.add(answer);
    return true;
  }

  #entry(
    { request, sharing, byHeader }: CacheQuestion,
    answer: SubgraphAnswer,
    { part, key, value, representation }: Candidate,
  ): CacheEntry | null {
    const header = readHeader(answer.caching);
    if (byHeader && !header.isPublic) return null;
    const declared = byHeader ? Infinity : part.publicSeconds;
    const seconds = Math.min(declared, header.seconds, MAX_SECONDS);
    if (seconds <= 0) return null;
    const tags = new Set<string>([`service:${request.template.service}`, ...part.typeTags]);
    sharing.entityTags(representation, tags);
    sharing.entityTags(value, tags);
    for (const tag of readTags(answer.caching)) tags.add(`tag:${tag}`);
    return { key, text: JSON.stringify(value), seconds, tags: [...tags] };
  }
}

/** The parts are JSON, which has no line breaks of its own. */
function keyOf({ request, context }: CacheQuestion, part: SharedPart, representation: string): string {
  return `${part.key}\n${context}\n${request.variables}\n${representation}`;
}

function asEntity(value: Json): JsonObject | null {
  return isJsonObject(value) ? value : null;
}

function parse(text: string | null): Json {
  if (text === null) return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
