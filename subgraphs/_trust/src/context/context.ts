import type { SessionContext } from '@mikro-orm/core';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Assertion } from '../assertion/assertion.js';
import type { DomainClock } from '@birlik/kernel/clock';
import { DomainError } from '@birlik/kernel/errors';
import type { GraphQLResolveInfo } from 'graphql';
import { verifyGrant, type Grant } from '../grant/grant.js';
import { explain } from '../messages.js';
import type { Secrets } from '../secret/secret.js';
import { BatchRounds } from '@birlik/kernel/loader';
import { localize, type LocalizedText } from '@birlik/kernel/localized';
import { dayIn } from '@birlik/kernel/time-zone';
import { Cost } from '@birlik/kernel/telemetry';
import { chooseLanguage, parseAcceptLanguage, type Language } from '@birlik/messages/language';

export type Viewer = NonNullable<Assertion['viewer']>;

/** What an operation reads of one entity: paths below it, by the field that opens them, `''` for what no field opens. */
export type StatedReads = Assertion['reads']['elsewhere'];

const nothing: StatedReads = {};

/** Roles in which a person or a system acts for the organisation that its token names. */
const organizationRoles: ReadonlySet<string> = new Set([
  'officer',
  'coordinator',
  'analyst',
  'admin',
  'system',
  'safeguarding_lead',
]);

/** The name of a viewer that nobody else has: two issuers may know two people by the same subject. */
export function viewerName({ issuer, sub }: Pick<Viewer, 'issuer' | 'sub'>): string {
  return JSON.stringify([issuer, sub]);
}

/** The roles of a viewer in which the viewer acts for an organisation; none for a volunteer. */
export function actingRoles(viewer: Pick<Viewer, 'roles'> | null): string[] {
  return viewer?.roles.filter((role) => organizationRoles.has(role)) ?? [];
}

/** The organisation for which the viewer acts, or null: a volunteer's own token gives no right over a tenant's rows. */
export function actingOrganization(viewer: Viewer | null): string | null {
  return actingRoles(viewer).length > 0 ? (viewer?.organizationId ?? null) : null;
}

/** What a request knows of the process that it runs in. */
export interface MemberIdentity {
  readonly name: string;
  /** The key that it shares with the issuer of grants; null for a member that owns no personal category. */
  readonly grantKey: Uint8Array | null;
  /** How many people of an organisation a count of people must have to be released. */
  readonly releaseThreshold: number;
  /** For how many seconds after a sign-in that may be done which needs a fresh one. */
  readonly freshSignInSeconds: number;
  /** Whose days count where an operation asks what day it is. */
  readonly timeZone: string;
  /** By which things fall due and people come of age. */
  readonly clock: DomainClock;
  /** What else it was given; each is read by its definition, `secret.of(context.member)`. */
  readonly secrets: Secrets;
}

/** Everything that one request needs: who asks, the database as that viewer sees it, the languages, the cost. */
export class RequestContext {
  readonly viewer: Viewer | null;
  /** What the viewer's token says, where the gateway asks who that is; null in all other requests. */
  readonly claims: NonNullable<Assertion['claims']> | null;
  /** For whom the viewer decides in law, of themself and whom the operation names; null where the registry did not say. */
  readonly decidesFor: ReadonlySet<string> | null;
  readonly purpose: string | null;
  readonly operation: string | null;
  readonly requestId: string;
  readonly operationId: string;
  readonly cost = new Cost();
  /** In which the reader is told what went wrong. */
  readonly language: Language;
  /** The rounds in which this request reads. */
  readonly rounds = new BatchRounds();
  /** The database as the viewer sees it: each statement runs under the viewer's row-level security. */
  readonly em: EntityManager;
  // Not `#private`: Apollo Server hands resolvers a shallow copy of this object, which has no private fields.
  private readonly orm: MikroORM;
  private readonly languages: readonly string[];
  private readonly stated: Assertion['reads'];
  private readonly statedAt: ReadonlyMap<string, StatedReads>;
  private everyoneSees: EntityManager | null = null;
  readonly member: MemberIdentity;
  isRepetition = false;
  private readonly said = new Set<string>();

  constructor(options: {
    assertion: Assertion;
    acceptLanguage: string | undefined;
    orm: MikroORM;
    member: MemberIdentity;
  }) {
    this.viewer = options.assertion.viewer;
    this.claims = options.assertion.claims ?? null;
    const { decidesFor } = options.assertion;
    this.decidesFor = decidesFor ? new Set(decidesFor) : null;
    this.purpose = options.assertion.purpose;
    this.operation = options.assertion.operation;
    this.requestId = options.assertion.request;
    this.operationId = options.assertion.operationId;
    this.stated = options.assertion.reads;
    this.statedAt = new Map(this.stated.here.flatMap(({ at, read }) => at.map((place) => [place, read])));
    this.orm = options.orm;
    this.member = options.member;
    this.languages = parseAcceptLanguage(options.acceptLanguage);
    this.language = chooseLanguage(this.languages);
    this.em = this.fork({
      'app.organization': actingOrganization(this.viewer) ?? '',
      'app.volunteer': this.viewer?.volunteerId ?? '',
      'app.purpose': this.purpose ?? '',
      'app.issuer': this.viewer?.issuer ?? '',
      'app.subject': this.viewer?.sub ?? '',
      'app.client': this.viewer?.client ?? '',
      'app.roles': actingRoles(this.viewer).join(' '),
      ...(decidesFor && { 'app.decides_for': `{${decidesFor.join(',')}}` }),
    });
  }

  /** The organisation for which the viewer acts; null for anonymous viewers and for volunteers. */
  get organizationId(): string | null {
    return actingOrganization(this.viewer);
  }

  /** Whether this is the first time in the request that something is said which is said once. */
  saysFirst(what: string): boolean {
    const isFirst = !this.said.has(what);
    this.said.add(what);
    return isFirst;
  }

  /** The database as everyone sees it, for tables that are open to all: it is told nothing about the viewer. */
  get everyone(): EntityManager {
    return (this.everyoneSees ??= this.fork());
  }

  /** Whose idempotency keys a request may have: one person or system has the same name in each of its tokens. */
  get keyOwner(): string | null {
    return this.viewer && viewerName(this.viewer);
  }

  /**
   * The rights and the purpose with which a request was answered: with others it would be another one. When the viewer signed
   * in is none of them: an answer that was lost is asked for again after another sign-in too.
   */
  get answerTerms(): string {
    const viewer = this.viewer && {
      ...this.viewer,
      authTime: undefined,
      roles: this.viewer.roles.toSorted(),
      scopes: this.viewer.scopes.toSorted(),
    };
    return JSON.stringify([viewer, this.purpose]);
  }

  /** The viewer. @throws DomainError UNAUTHENTICATED when nobody is signed in */
  requireViewer(): Viewer {
    if (!this.viewer) throw new DomainError('UNAUTHENTICATED', explain('sign-in'));
    return this.viewer;
  }

  /** The volunteer that the viewer is. @throws DomainError UNAUTHENTICATED or FORBIDDEN */
  requireVolunteer(): string {
    const { volunteerId } = this.requireViewer();
    if (!volunteerId) throw new DomainError('FORBIDDEN', explain('volunteers-only'));
    return volunteerId;
  }

  /** The organisation for which the viewer acts in one of the roles. @throws DomainError UNAUTHENTICATED or FORBIDDEN */
  requireOrganization(...roles: readonly string[]): string {
    const viewer = this.requireViewer();
    const allowed = roles.length === 0 || viewer.roles.some((role) => roles.includes(role));
    const organization = actingOrganization(viewer);
    if (!allowed || !organization) {
      throw new DomainError('FORBIDDEN', explain('role-not-allowed'));
    }
    return organization;
  }

  /** Refuses a viewer whose token may only read. @throws DomainError UNAUTHENTICATED or FORBIDDEN */
  requireWriteScope(): void {
    if (!this.requireViewer().scopes.includes('graph:write')) {
      throw new DomainError('FORBIDDEN', explain('token-only-reads'));
    }
  }

  /**
   * The viewer's grant for one person's data in this member, or null when there is none that holds: then release
   * nothing.
   *
   * @param token the grant as the registry resolved it, absent when it refused
   * @param subject the id of the person
   */
  openGrant(token: string | null | undefined, subject: string): Grant | null {
    const { name, grantKey } = this.member;
    if (!grantKey) return null;
    return verifyGrant(token, { audience: name, key: grantKey, subject, viewer: this.keyOwner });
  }

  /**
   * The database as the grants open it and nothing else: the viewer's own tenant counts only where a grant names it. That they
   * are used is noted in the transaction that reads.
   */
  granted(grants: readonly Grant[]): EntityManager {
    return this.fork({ 'app.grants': this.using(grants) });
  }

  /**
   * The database as far as it is about one person, in all tenants, for reading: what an export shows. That the person's own
   * grant is used for it is noted, and the grant itself opens nothing.
   */
  about(grant: Grant): EntityManager {
    return this.fork({ 'app.about': grant.sub, 'app.grants': this.using([{ ...grant, tenants: [] }]) });
  }

  /** The database as far as it is about one person, in all tenants, for an erasure that was ordered. */
  erasing(person: string): EntityManager {
    return this.fork({ 'app.about': person, 'app.erased': person });
  }

  /** The database as the jobs of the process see it, for what a system carries between members and cannot read. */
  working(): EntityManager {
    return this.fork({ 'app.working': 'on' });
  }

  /** What the gateway states that the operation reads of the entity of which a field is being resolved. */
  statedReads({ path }: Pick<GraphQLResolveInfo, 'path'>): StatedReads {
    let place = '';
    for (let step = path.prev; step; step = step.prev) {
      if (typeof step.key === 'string') place = place === '' ? step.key : `${step.key}.${place}`;
    }
    return this.statedAt.get(place) ?? this.statedAt.get('*') ?? nothing;
  }

  /** What the gateway states that the whole operation reads of entities, in this request and in its others. */
  get operationReads(): StatedReads {
    const all: Record<string, string[]> = {};
    for (const read of [...this.stated.here.map((one) => one.read), this.stated.elsewhere]) {
      for (const [opener, paths] of Object.entries(read)) {
        all[opener] = [...new Set([...(all[opener] ?? []), ...paths])];
      }
    }
    return all;
  }

  /** The day that it is for people now, in the member's time zone, as `YYYY-MM-DD`; `app_today()` in the database. */
  today(): string {
    return dayIn(this.member.timeZone, this.now());
  }

  /** What time it is for the domain; `app_now()` in the database. Tokens, grants and signatures have the real time. */
  now(): Date {
    return this.member.clock.now();
  }

  localize(text: LocalizedText): string {
    return localize(text, this.languages);
  }

  /** What `open_grants` of the database takes. Whoever issues grants has noted them already. */
  private using(grants: readonly Grant[]): string {
    const opened = grants.map(({ sub: person, tenants, log }) => ({
      person,
      tenants: tenants === '*' ? ['*'] : tenants,
      log,
    }));
    return JSON.stringify({
      request: this.member.grantKey === null ? null : this.requestId,
      // Loaders that open the same share a transaction, whatever the order in which they came to it.
      grants: opened.toSorted((left, right) => (left.person < right.person ? -1 : 1)),
    });
  }

  private fork(variables?: NonNullable<SessionContext['variables']>): EntityManager {
    const em = this.orm.em.fork();
    // Not as an option of the fork, which would merge it with the empty one of its origin, deeply.
    em.setLoggerContext({ cost: this.cost, rounds: this.rounds });
    const all = { ...variables, ...this.member.clock.variables };
    if (Object.keys(all).length > 0) em.setSessionContext({ variables: all });
    return em;
  }
}
