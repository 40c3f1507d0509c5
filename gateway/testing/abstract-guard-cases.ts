import type { GuardCase } from './guard-case.js';

/** Ways through interfaces and unions in a supergraph of today, in which interfaces have the rules of all their types. */
export const ABSTRACT_CASES: readonly GuardCase[] = [
  {
    title: 'an interface field',
    query: '{ contact { name email } }',
    data: { contact: { name: 'Card', email: null } },
    paths: [['contact', 'email']],
    unasked: 'email',
  },
  {
    title: 'a fragment on an object below its interface',
    query: '{ contact { name ... on Card { email } } }',
    data: { contact: { name: 'Card', email: null } },
    paths: [['contact', 'email']],
    unasked: 'email',
  },
  {
    title: 'a list of an interface with the rule of a type',
    query: '{ open places { title } }',
    data: { open: 'open', places: null },
    paths: [['places']],
    unasked: 'places',
    shown: 'A shop',
  },
  {
    title: 'a union with guarded members',
    query: '{ things { __typename ... on Shop { title } ... on Clinic { title } ... on Person { name email } } }',
    data: {
      things: [
        { __typename: 'Shop', title: 'A shop' },
        { __typename: 'Person', name: 'Name p1', email: null },
      ],
    },
    paths: [['things'], ['things', 1, 'email']],
    unasked: 'email',
  },
  {
    title: 'a union of guarded members only',
    query: '{ open hoard { __typename } }',
    data: { open: 'open', hoard: null },
    paths: [['hoard']],
    unasked: 'hoard',
    shown: '"Vault"',
  },
  {
    title: 'a single object of a guarded member',
    query: '{ a: thing(id: "c1") { ... on Clinic { note } } b: thing(id: "s1") { __typename } }',
    data: { a: null, b: { __typename: 'Shop' } },
    paths: [['a'], ['b']],
    unasked: 'note',
  },
  {
    title: 'an interface through a fragment below a union',
    query: '{ thing(id: "c1") { ... on Place { title } } }',
    data: { thing: null },
    paths: [['thing']],
    unasked: 'title',
  },
  {
    title: 'an interface object',
    query: '{ media { title stars rating } }',
    data: { media: [{ title: 'A book', stars: 4, rating: null }] },
    paths: [['media', 0, 'rating']],
    unasked: 'rating',
  },
  {
    title: 'an object of an interface object',
    query: '{ media { ... on Book { stars rating } } }',
    data: { media: [{ stars: 4, rating: null }] },
    paths: [['media', 0, 'rating']],
    unasked: 'rating',
  },
  {
    title: 'an interface object that is known by its interface',
    query: '{ rated { stars rating } }',
    data: {
      rated: [
        { stars: 4, rating: null },
        { stars: 4, rating: null },
      ],
    },
    paths: [
      ['rated', 0, 'rating'],
      ['rated', 1, 'rating'],
    ],
    unasked: 'rating',
  },
];

/** The further ways in a supergraph that was composed before rules were copied to interfaces. */
export const ABSTRACT_CASES_BEFORE: readonly GuardCase[] = [
  {
    title: 'objects that their subgraph knows by the interface only',
    query: '{ rated { stars } }',
    data: { rated: [{ stars: 4 }] },
    paths: [['rated']],
    shown: '[{"stars":4},{"stars":4}]',
  },
  {
    title: 'CVE-2025-64173: the rule of a type is kept when it is reached through an interface',
    query: '{ places { title } }',
    data: { places: [{ title: 'A shop' }, { title: 'A school' }] },
    paths: [['places']],
  },
  {
    title: 'CVE-2025-64173: the rule of a field is kept when it is reached through an interface',
    query: '{ contact { name email } }',
    data: { contact: { name: 'Card', email: null } },
    paths: [['contact', 'email']],
    unasked: 'email',
  },
  {
    title: 'a field that only some types guard',
    query: '{ members { id card } }',
    data: {
      members: [
        { id: 'm1', card: null },
        { id: 'm2', card: 'guest card' },
      ],
    },
    paths: [['members', 0, 'card']],
  },
  {
    title: 'a field that only some types guard, by fragments',
    query: '{ members { ...S ...G } } fragment S on Staff { s: card } fragment G on Guest { g: card }',
    data: { members: [{ s: null }, { g: 'guest card' }] },
    paths: [['members', 0, 's']],
  },
  {
    title: 'objects of a type that no fragment names',
    query: '{ places { ... on School { title note } } }',
    data: { places: [{}, { title: 'A school', note: null }] },
    paths: [['places', 1, 'note']],
    unasked: 'note',
  },
  {
    title: 'the name of a type in a list of its interface',
    query: '{ places { __typename } }',
    data: { places: [{ __typename: 'Shop' }, { __typename: 'School' }] },
    paths: [['places']],
    shown: '"Clinic"',
  },
  {
    title: 'GHSA-m8jr-fxqx-8xx6: a field that is derived from a guarded one carries nothing out',
    query: '{ me { name score grade } }',
    data: { me: { name: 'Name p1', score: null, grade: null } },
    paths: [
      ['me', 'score'],
      ['me', 'grade'],
    ],
    unasked: 'email',
  },
];

/** Ways in a supergraph with rules on interfaces alone. */
export const INTERFACE_RULE_CASES: readonly GuardCase[] = [
  {
    title: 'CVE-2025-64530: a fragment on an object does not dodge the rule of its interface field',
    query: '{ contact { name ... on Card { email } } }',
    data: { contact: { name: 'Card', email: null } },
    paths: [['contact', 'email']],
    unasked: 'email',
  },
  {
    title: 'CVE-2025-64530: a named fragment does not either',
    query: '{ contact { ...F } } fragment F on Card { name email }',
    data: { contact: { name: 'Card', email: null } },
    paths: [['contact', 'email']],
    unasked: 'email',
  },
  {
    title: 'a fragment on an object does not dodge the rule of its interface',
    query: '{ open places { ... on Clinic { note } } }',
    data: { open: 'open', places: null },
    paths: [['places']],
    unasked: 'note',
  },
  {
    title: 'a guarded interface below a union',
    query: '{ things { ... on Place { title } ... on Person { name } } }',
    data: { things: [{ title: null }, { title: null }, { name: 'Name p1' }, { title: null }] },
    paths: [
      ['things', 0, 'title'],
      ['things', 1, 'title'],
      ['things', 3, 'title'],
    ],
    unasked: 'title',
  },
];
