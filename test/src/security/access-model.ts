import { personalCategories } from '@birlik/trust/personal-category';

/**
 * Who may read what, written down a second time from the rules that people are told, and from nothing that serves but the
 * table of categories: the federation is held against it.
 *
 * A person reads their own, and a guardian that of a ward until the ward is of age. An accredited organisation that is not suspended, and that states a purpose which it, and the viewer in
 * their role, may state, reads of the categories that the purpose opens what the person consented to for that purpose, and what it
 * holds itself: a tie that lasts opens contact and the category that organisations of its kind hold. Another such organisation may let it do so in its place, for one purpose and
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

interface Terms {
  readonly opens: readonly Category[];
  readonly kinds: readonly string[];
  readonly roles: readonly string[];
}

const volunteering = [
  'university',
  'agency',
  'union',
  'member-organization',
  'platform',
  'association',
  'federation',
  'ministry',
  'center',
  'foundation',
  'public-union',
];
const without = <Item>(items: readonly Item[], ...left: readonly Item[]) =>
  items.filter((item) => !left.includes(item));
const work = {
  opens: without(categories, 'ACCESS_NEEDS'),
  kinds: volunteering,
  roles: ['officer', 'coordinator', 'system'],
};

/**
 * What people are told of each purpose: what may be read for it, by which organisations, and by whom in them.
 *
 * Whoever works with volunteers may find and place them, and help in an emergency; who matches mentors sees neither the service nor
 * the programme, who certifies does not see studies abroad, and art does not help in an emergency. The office certifies, and does
 * not look for volunteers. What somebody needs to take part is for whoever places them, helps or protects them. Reports need nobody's data. Who protects people in danger has a role for it and an open case.
 */
const purposeTerms: Readonly<Record<string, Terms>> = {
  recruitment: work,
  placement: { ...work, opens: categories },
  mentoring: {
    opens: without(categories, 'PROGRAMME', 'SERVICE', 'ACCESS_NEEDS'),
    kinds: without(volunteering, 'ministry', 'center'),
    roles: ['officer', 'coordinator'],
  },
  certification: {
    opens: without(categories, 'ALUMNI', 'ACCESS_NEEDS'),
    kinds: ['registry', ...without(volunteering, 'platform', 'association')],
    roles: ['officer', 'system'],
  },
  emergency: { ...work, opens: without(categories, 'CREATIVE') },
  reporting: {
    opens: [],
    kinds: ['registry', ...volunteering],
    roles: ['officer', 'coordinator', 'analyst', 'admin', 'system'],
  },
  safeguarding: {
    opens: without(categories, 'STUDY'),
    kinds: without(volunteering, 'ministry', 'center', 'foundation', 'public-union'),
    roles: ['safeguarding_lead'],
  },
  retention: {
    opens: without(categories, 'ALUMNI', 'ACCESS_NEEDS'),
    kinds: ['university', 'agency', 'union', 'member-organization', 'federation'],
    roles: ['officer', 'system'],
  },
};

export interface Requester {
  /** The person that signed in, if it is one. */
  readonly volunteerId: string | null;
  readonly organization: { readonly id: string; readonly kind: string } | null;
  /** The roles in which the requester acts for it. */
  readonly roles: readonly string[];
}

/** Why this requester may not state this purpose for an organisation that may read; null when they may. */
export function mayState(
  facts: Pick<Facts, 'cases' | 'decided'>,
  { organization, roles }: Requester,
  purpose: string | null,
): string | null {
  if (purpose === null) return 'PURPOSE_MISSING';
  const terms = purposeTerms[purpose];
  if (!terms || !organization) return 'PURPOSE_UNKNOWN';
  const { id, kind } = organization;
  const permitted = facts.decided?.find((one) => one.organizationId === id && one.purpose === purpose)?.permitted;
  if (!(permitted ?? terms.kinds.includes(kind))) return 'ORGANIZATION_NOT_ACCREDITED_FOR_PURPOSE';
  if (!roles.some((role) => terms.roles.includes(role))) return 'ROLE_NOT_ALLOWED';
  return purpose === 'safeguarding' && !facts.cases?.has(id) ? 'SAFEGUARDING_CASE_MISSING' : null;
}

const opens = (purpose: string | null, category: Category): boolean =>
  purposeTerms[purpose ?? '']?.opens.includes(category) ?? false;

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

export interface Guardianship {
  readonly guardianId: string;
  readonly wardId: string;
  /** `of age`: it lasts, and the ward is no minor any more. */
  readonly state: 'live' | 'ended' | 'of age';
}

export interface Facts {
  readonly guardianships?: readonly Guardianship[];
  readonly consents: readonly Consent[];
  readonly ties: readonly Tie[];
  readonly mandates: readonly Mandate[];
  readonly emergencies: readonly Emergency[];
  /** The organisations that may read now. */
  readonly accredited: ReadonlySet<string>;
  /** The organisations that have an open safeguarding case. */
  readonly cases?: ReadonlySet<string>;
  /** What the office decided on purposes of single organisations. */
  readonly decided?: readonly {
    readonly organizationId: string;
    readonly purpose: string;
    readonly permitted: boolean;
  }[];
}

export type Basis = 'self' | 'guardian' | 'consent' | 'mandate' | 'owner' | 'retention' | 'emergency';

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
      opens(mandate.purpose, mandate.category) &&
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
  const guards = facts.guardianships?.some(
    ({ guardianId, wardId, state }) =>
      guardianId === requester.volunteerId && wardId === volunteerId && state === 'live',
  );
  if (guards === true) return allow('guardian');
  const { organization } = requester;
  if (!organization) return refuse('NO_ORGANIZATION');
  if (!facts.accredited.has(organization.id)) return refuse('NOT_ACCREDITED');
  const unstated = mayState(facts, requester, purpose);
  if (unstated !== null) return refuse(unstated);
  if (!opens(purpose, category)) return refuse('PURPOSE_NOT_OPEN');
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
  const isVital = personalCategories.find(({ name }) => name === category)?.opensInEmergency ?? false;
  return isVital && concerned(facts, organization.id, question) ? allow('emergency') : refuse('NO_CONSENT');
}

/** Why this requester is given no list at all for this purpose; null for a list, which may be empty. */
export function listRefusal(facts: Facts, requester: Requester, purpose: string | null): string | null {
  const { organization } = requester;
  if (!organization || !facts.accredited.has(organization.id)) return null;
  const unstated = mayState(facts, requester, purpose);
  if (unstated !== null) return unstated;
  return categories.some((category) => opens(purpose, category)) ? null : 'PURPOSE_NOT_OPEN';
}

/** By which right this requester may know, from a list, that there is this person; null for none. */
export function listBasis(
  facts: Facts,
  requester: Requester,
  question: { volunteerId: string; purpose: string | null },
): Basis | null {
  const { organization } = requester;
  if (!organization || !facts.accredited.has(organization.id)) return null;
  const { volunteerId, purpose } = question;
  if (listRefusal(facts, requester, purpose) !== null) return null;
  const consented = facts.consents.some(
    (consent) =>
      consent.volunteerId === volunteerId &&
      consent.purpose === purpose &&
      opens(consent.purpose, consent.category) &&
      consent.state === 'live' &&
      (consent.recipient === null || consent.recipient === organization.id),
  );
  if (consented) return 'consent';
  if (mandatesFor(facts, organization.id, question).length > 0) return 'mandate';
  if (tied(facts, volunteerId, organization.id)) return 'owner';
  return concerned(facts, organization.id, question) ? 'emergency' : null;
}
