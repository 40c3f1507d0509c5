import { personalCategories } from '@birlik/trust/personal-category';

/**
 * Who may read what, written down a second time from the rules that people are told, and from nothing that serves but the
 * table of categories: the federation is held against it.
 *
 * A person reads their own. An accredited organisation that is not suspended, and that states a purpose of the closed list,
 * reads what the person consented to for that purpose, and what it holds itself: a tie that lasts opens contact and the
 * category that organisations of its kind hold. Another such organisation may let it do so in its place, for one purpose and
 * one category: it then reads what that one would read by its own ties, and nothing that that one has from others. For
 * retention it reads what it has to keep of people whose tie has ended, for as many years as the table of categories says. In an
 * emergency that two of its people opened it reads, of those whom it concerns, what the table lets an emergency open. Nobody else
 * reads anything.
 */

export const categories = personalCategories.map(({ name }) => name);
export type Category = string;

/** Whether organisations of a kind hold a category. */
function holds(kind: string, category: Category): boolean {
  const holders = personalCategories.find(({ name }) => name === category)?.holders ?? [];
  return holders.includes(kind) || holders.includes('*');
}

/** For how many years after the end of a tie organisations of a kind keep a category; none for most. */
function keptYears(kind: string, category: Category): number {
  const kept = personalCategories.find(({ name }) => name === category)?.retention ?? [];
  return kept.find((one) => one.kind === kind)?.years ?? 0;
}

const knownPurposes = new Set([
  'recruitment',
  'placement',
  'mentoring',
  'certification',
  'emergency',
  'reporting',
  'retention',
]);

export interface Requester {
  /** The person that signed in, if it is one. */
  readonly volunteerId: string | null;
  readonly organization: { readonly id: string; readonly kind: string } | null;
}

export interface Consent {
  readonly volunteerId: string;
  /** Null: every accredited member. */
  readonly recipient: string | null;
  readonly purpose: string;
  readonly category: Category;
  readonly state: 'live' | 'expired' | 'withdrawn';
}

export interface Tie {
  readonly volunteerId: string;
  readonly organizationId: string;
  readonly ended: boolean;
  /** How many whole years ago it ended; of no account while it lasts. */
  readonly endedYears: number;
}

export interface Mandate {
  readonly giver: { readonly id: string; readonly kind: string };
  readonly holder: string;
  readonly purpose: string;
  readonly category: Category;
  readonly state: 'live' | 'expired' | 'revoked';
}

export interface Emergency {
  /** Whose people opened it. */
  readonly organization: string;
  readonly people: readonly string[];
  /** All of whose people it concerns. */
  readonly organizations: readonly string[];
  readonly state: 'proposed' | 'open' | 'closed' | 'ended';
}

export interface Facts {
  readonly consents: readonly Consent[];
  readonly ties: readonly Tie[];
  readonly mandates: readonly Mandate[];
  readonly emergencies: readonly Emergency[];
  /** The organisations that may read now. */
  readonly accredited: ReadonlySet<string>;
}

export type Basis = 'self' | 'consent' | 'mandate' | 'owner' | 'retention' | 'emergency';

export interface Verdict {
  readonly basis: Basis | null;
  /** Why not; null when it may be read. */
  readonly refusal: string | null;
}

const allow = (basis: Basis): Verdict => ({ basis, refusal: null });
const refuse = (refusal: string): Verdict => ({ basis: null, refusal });

/** Whether a tie lasts. */
const tied = (facts: Facts, volunteerId: string, organizationId: string): boolean =>
  facts.ties.some((tie) => tie.volunteerId === volunteerId && tie.organizationId === organizationId && !tie.ended);

/** The mandates on which an organisation may act for others on a person now. */
const mandatesFor = (
  facts: Facts,
  holder: string,
  question: { volunteerId: string; purpose: string | null },
): Mandate[] =>
  facts.mandates.filter(
    (mandate) =>
      mandate.holder === holder &&
      mandate.purpose === question.purpose &&
      mandate.state === 'live' &&
      facts.accredited.has(mandate.giver.id) &&
      holds(mandate.giver.kind, mandate.category) &&
      tied(facts, question.volunteerId, mandate.giver.id),
  );

/** Whether an emergency that an organisation has opened concerns a person. */
const concerned = (
  facts: Facts,
  organization: string,
  question: { volunteerId: string; purpose: string | null },
): boolean =>
  question.purpose === 'emergency' &&
  facts.emergencies.some(
    (emergency) =>
      emergency.organization === organization &&
      emergency.state === 'open' &&
      (emergency.people.includes(question.volunteerId) ||
        emergency.organizations.some((one) => tied(facts, question.volunteerId, one))),
  );

/** Whether this requester may read this category of this person for this purpose, and why. */
export function judge(
  facts: Facts,
  requester: Requester,
  question: { volunteerId: string; category: Category; purpose: string | null },
): Verdict {
  const { volunteerId, category, purpose } = question;
  if (requester.volunteerId === volunteerId) return allow('self');
  const { organization } = requester;
  if (!organization) return refuse('NO_ORGANIZATION');
  if (!facts.accredited.has(organization.id)) return refuse('NOT_ACCREDITED');
  if (purpose === null) return refuse('PURPOSE_MISSING');
  if (!knownPurposes.has(purpose)) return refuse('PURPOSE_UNKNOWN');
  const consented = facts.consents.some(
    (consent) =>
      consent.volunteerId === volunteerId &&
      consent.category === category &&
      consent.purpose === purpose &&
      consent.state === 'live' &&
      (consent.recipient === null || consent.recipient === organization.id),
  );
  if (consented) return allow('consent');
  const mandated = mandatesFor(facts, organization.id, question).some((mandate) => mandate.category === category);
  if (mandated) return allow('mandate');
  if (tied(facts, volunteerId, organization.id) && holds(organization.kind, category)) return allow('owner');
  const kept = facts.ties.some(
    (tie) =>
      tie.volunteerId === volunteerId &&
      tie.organizationId === organization.id &&
      tie.ended &&
      tie.endedYears < keptYears(organization.kind, category),
  );
  if (purpose === 'retention' && kept) return allow('retention');
  const opens = personalCategories.find(({ name }) => name === category)?.opensInEmergency ?? false;
  return opens && concerned(facts, organization.id, question) ? allow('emergency') : refuse('NO_CONSENT');
}

/** Whether this requester may know, from a list, that there is this person. */
export function mayList(
  facts: Facts,
  requester: Requester,
  question: { volunteerId: string; purpose: string | null },
): boolean {
  const { organization } = requester;
  if (!organization || !facts.accredited.has(organization.id)) return false;
  const { volunteerId, purpose } = question;
  return (
    tied(facts, volunteerId, organization.id) ||
    mandatesFor(facts, organization.id, question).length > 0 ||
    concerned(facts, organization.id, question) ||
    facts.consents.some(
      (consent) =>
        consent.volunteerId === volunteerId &&
        consent.purpose === purpose &&
        consent.state === 'live' &&
        (consent.recipient === null || consent.recipient === organization.id),
    )
  );
}
