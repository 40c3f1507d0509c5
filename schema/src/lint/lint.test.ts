import { describe, expect, it } from 'vitest';
import { describeFinding, lintSubgraphs } from './lint.js';

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n`;

/** `CODE subgraph path` of every finding, which is what a rule decides. */
function findings(...sdl: readonly string[]): readonly string[] {
  const names = ['first', 'second', 'third'];
  const subgraphs = new Map(sdl.map((text, index) => [names[index] ?? '', text]));
  return lintSubgraphs(subgraphs).map(({ code, subgraph, path }) => `${code} ${subgraph} ${path}`);
}

describe('DESCRIPTION_MISSING', () => {
  it('names every undescribed type, field, argument, input field and enum value', () => {
    const sdl = `
      type Query { books(first: Int): Int }
      type Book { title: String }
      interface Printed { pages: Int }
      input BookFilter { title: String }
      enum Binding { SOFT }
      union Item = Book
      scalar Isbn`;
    expect(findings(sdl)).toEqual([
      'DESCRIPTION_MISSING first Query.books',
      'DESCRIPTION_MISSING first Query.books(first:)',
      'DESCRIPTION_MISSING first Book',
      'DESCRIPTION_MISSING first Book.title',
      'DESCRIPTION_MISSING first Printed',
      'DESCRIPTION_MISSING first Printed.pages',
      'DESCRIPTION_MISSING first BookFilter',
      'DESCRIPTION_MISSING first BookFilter.title',
      'DESCRIPTION_MISSING first Binding',
      'DESCRIPTION_MISSING first Binding.SOFT',
      'DESCRIPTION_MISSING first Item',
      'DESCRIPTION_MISSING first Isbn',
    ]);
  });

  it('does not take blanks for a description', () => {
    expect(findings('"  " scalar Isbn')).toEqual(['DESCRIPTION_MISSING first Isbn']);
  });

  it('is content when all is described, and leaves federation and other owners their own', () => {
    const sdl = `
      ${link('"@key", "@external"')}
      type Query { _entities(representations: [_Any!]!): [_Entity]! _service: _Service! "All." books("How many." first: Int): Int }
      scalar _Any
      scalar federation__FieldSet
      union _Entity = Book
      type _Service { sdl: String }
      "A book." type Book @key(fields: "isbn") { "Its number." isbn: String pages(unit: Int): Int @external }
      extend type Book { "Its title." title("In which language." language: String): String }`;
    expect(findings(sdl)).toEqual([]);
  });

  it('sees the fields of an extension', () => {
    expect(findings('extend type Book { title: String }')).toEqual(['DESCRIPTION_MISSING first Book.title']);
  });
});

describe('ID_TYPE', () => {
  it('refuses ids of another type in fields, arguments and input fields', () => {
    const sdl = `
      type Query { "One." book("Which." id: String): Int }
      "A." type Book { "Whose." authorId: Int! "Which." tagIds: [String!] }
      "I." input BookInput { "Whose." authorId: String }`;
    expect(findings(sdl)).toEqual([
      'ID_TYPE first Query.book(id:)',
      'ID_TYPE first Book.authorId',
      'ID_TYPE first Book.tagIds',
      'ID_TYPE first BookInput.authorId',
    ]);
  });

  it('accepts ID, lists of ID and words that only end like an id', () => {
    expect(findings('"A." type Book { "I." id: ID! "T." tagIds: [ID!]! "P." paid: Boolean "G." grid: Int }')).toEqual(
      [],
    );
  });
});

describe('CURSOR_UNTAGGED', () => {
  const tag = '@tag(name: "pairwise")';
  const sdl = (first: string, second: string) => `
    type Query { "P." page("A." after: String ${first}, "B." before: String ${second}): Page }
    "P." type Page { "S." startCursor: String ${first} "C." cursor: String! ${second} "T." cursorStyle: String }
    "I." input PageInput { "A." after: String ${first} }`;

  it('refuses cursors that the gateway would not know, in fields, arguments and input fields', () => {
    expect(findings(sdl('', '@tag(name: "public")'))).toEqual(
      ['Query.page(after:)', 'Query.page(before:)', 'Page.startCursor', 'Page.cursor', 'PageInput.after'].map(
        (path) => `CURSOR_UNTAGGED first ${path}`,
      ),
    );
  });

  it('accepts tagged ones, and instants that are called after or before', () => {
    expect(findings(sdl(tag, tag))).toEqual([]);
    expect(findings('"D." scalar Date type Query { "P." page("A." after: Date): Int }')).toEqual([]);
  });
});

describe('ORGANIZATION_ID_UNTAGGED', () => {
  const sdl = (tag: string) =>
    `type Query { "P." people("O." organizationId: ID ${tag} "L." organizationIds: [ID!] ${tag}): Boolean }
    "I." input PersonInput { "R." recipientOrganizationId: ID! ${tag} "N." organizationName: String }`;

  it('refuses the id of an organisation that the gateway would take for one of its own', () => {
    expect(findings(sdl(''))).toEqual(
      ['Query.people(organizationId:)', 'Query.people(organizationIds:)', 'PersonInput.recipientOrganizationId'].map(
        (path) => `ORGANIZATION_ID_UNTAGGED first ${path}`,
      ),
    );
  });

  it('accepts tagged ones', () => {
    expect(findings(sdl('@tag(name: "public")'))).toEqual([]);
  });
});

describe('ID_TAGS_DIFFER', () => {
  const town = (tag: string) => `"T." type Town @key(fields: "id") { "I." id: ID! ${tag} }`;
  const open = '@tag(name: "public")';

  it('refuses an id that is public in one subgraph only', () => {
    expect(findings(town(open), town(''), town(`${open} @tag(name: "other")`))).toEqual([
      'ID_TAGS_DIFFER second Town.id',
    ]);
  });

  it('says what each of them says', () => {
    const [finding] = lintSubgraphs(
      new Map([
        ['one', town('')],
        ['two', town(`${open} @tag(name: "pairwise")`)],
      ]),
    );
    expect(finding?.message).toBe('is pairwise and public here and not tagged in one; tag it alike.');
  });

  it('accepts the same everywhere, and what is another owner’s', () => {
    expect(findings(town(open), town(open), town('@external'))).toEqual([]);
  });
});

describe('LIST_UNBOUNDED', () => {
  const page = '"P." type Page { "N." number: Int }';

  it('refuses a plain list of objects without a stated bound', () => {
    const sdl = `${page} type Query { "All pages." pages: [Page!]! "A few, at most several." few: [Page] }`;
    expect(findings(sdl)).toEqual(['LIST_UNBOUNDED first Query.pages', 'LIST_UNBOUNDED first Query.few']);
  });

  it('accepts connections, stated bounds and lists of leaves', () => {
    const sdl = `
      ${page}
      "A slice." type PageConnection { "N." nodes: [Page!]! }
      type Query { "All." pages: PageConnection! "At most 12 covers." covers: [Page!]! "All." words: [String!]! }`;
    expect(findings(sdl)).toEqual([]);
  });
});

describe('COUNT_UNRELEASED', () => {
  it('refuses plain numbers that are named like counts of people', () => {
    const sdl = `
      "A." type Meeting { "A." attendance: Int "M." memberCount: Int! "S." students: [Float] }
      "F." interface Statistics { "P." people: Int }`;
    expect(findings(sdl)).toEqual([
      'COUNT_UNRELEASED first Meeting.attendance',
      'COUNT_UNRELEASED first Meeting.memberCount',
      'COUNT_UNRELEASED first Meeting.students',
      'COUNT_UNRELEASED first Statistics.people',
    ]);
  });

  it('accepts released counts, other numbers, counts of something else, inputs and what others own', () => {
    const sdl = `
      ${link('"@external"')}
      "C." scalar ReleasedCount
      "A." type Meeting {
        "A." attendance: ReleasedCount "W." weeks: Int "P." projectCount: Int total: Int @external
        "The agreements, not of people." agreementTotal: Int
      }
      "I." input MeetingInput { "A." attendance: Int }`;
    expect(findings(sdl)).toEqual(['COUNT_UNRELEASED first Meeting.projectCount']);
  });
});

describe('REQUIRES_ABSTRACT', () => {
  const shop = (fields: string, kind: string) => `
    ${link('"@key", "@external", "@requires"')}
    "S." type Shop @key(fields: "id") {
      "I." id: ID!
      owner: Owner @external
      "T." tax: Int @requires(fields: "${fields}")
    }
    ${kind}`;

  it('refuses fragments', () => {
    const sdl = shop('owner { ... on Person { age } }', '"O." union Owner = Person "P." type Person { "A." age: Int }');
    expect(findings(sdl)).toEqual(['REQUIRES_ABSTRACT first Shop.tax']);
  });

  it('refuses fields of an interface', () => {
    expect(findings(shop('owner { age }', '"O." interface Owner { "A." age: Int }'))).toEqual([
      'REQUIRES_ABSTRACT first Shop.tax',
    ]);
  });

  it('accepts fields of objects, also nested ones', () => {
    expect(findings(shop('id owner { age }', '"O." type Owner { "A." age: Int }'))).toEqual([]);
  });

  it('leaves a syntax error in the selection to composition', () => {
    expect(findings(shop('owner {', '"O." type Owner { "A." age: Int }'))).toEqual([]);
  });
});

describe('REQUIRES_TWO_KEYS', () => {
  const person = (keys: string) => `
    ${link('"@key", "@external", "@requires"')}
    "P." type Person ${keys} {
      "I." id: ID!
      "N." no: ID!
      age: Int @external
      "T." tax: Int @requires(fields: "age")
    }`;
  const other = (keys: string) =>
    `${link('"@key"')} "P." type Person ${keys} { "I." id: ID! "N." no: ID! "A." age: Int }`;
  const one = '@key(fields: "id")';
  const two = `${one} @key(fields: "no")`;

  it('refuses @requires of an entity with two keys, wherever they are', () => {
    for (const sdl of [
      [person(two), other(one)],
      [person(one), other(two)],
      [person(one), other('@key(fields: "no")')],
    ] as const) {
      expect(findings(...sdl)).toEqual(['REQUIRES_TWO_KEYS first Person.tax']);
    }
  });

  it('accepts two keys without @requires, and @requires with one key', () => {
    expect(findings(person(one), other(one))).toEqual([]);
    expect(findings(other(two), other(two).replace('"A." age: Int', '"B." born: Int'))).toEqual([]);
  });
});

describe('INTERFACE_FIELD_REQUIRES', () => {
  const person = (label: string, implemented = 'implements Named') => `
    ${link('"@key", "@external", "@requires"')}
    "N." interface Named { "I." id: ID! ${label} }
    "P." type Person ${implemented} @key(fields: "id") {
      "I." id: ID!
      age: Int @external
      "L." label: String @requires(fields: "age")
    }`;

  it('refuses @requires of a field that an interface of the type has', () => {
    expect(findings(person('"L." label: String'))).toEqual(['INTERFACE_FIELD_REQUIRES first Person.label']);
  });

  it('accepts a field that the interface lacks, and an interface of other types', () => {
    expect(findings(person(''))).toEqual([]);
    expect(findings(person('"L." label: String', ''))).toEqual([]);
  });
});

describe('INTERFACE_OBJECT_REQUIRES', () => {
  const media = (extra: string) => `
    ${link('"@key", "@external", "@requires", "@interfaceObject"')}
    "M." type Media @key(fields: "id") @interfaceObject { "I." id: ID! size: Int @external "P." price: Int ${extra} }`;

  it('refuses @requires inside an @interfaceObject type', () => {
    expect(findings(media('@requires(fields: "size")'))).toEqual(['INTERFACE_OBJECT_REQUIRES first Media.price']);
  });

  it('accepts an @interfaceObject type without it', () => {
    expect(findings(media(''))).toEqual([]);
  });
});

describe('UNION_MEMBERS_DIFFER', () => {
  const union = (members: string) =>
    `"U." union Item = ${members} "B." type Book { "N." n: Int } "F." type Film { "N." n: Int }`;

  it('refuses a union that has other members in another subgraph', () => {
    expect(findings(union('Book'), union('Book | Film'))).toEqual(['UNION_MEMBERS_DIFFER second Item']);
  });

  it('accepts the same members in another order', () => {
    expect(findings(union('Book | Film'), union('Film | Book'))).toEqual([]);
  });
});

describe('DIRECTIVE_RENAMED', () => {
  it('refuses renamed imports and a renamed namespace', () => {
    const imported = link('"@key", { name: "@requiresScopes", as: "@nothing" }');
    const namespace = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", as: "fed")';
    expect(findings(imported, namespace)).toEqual([
      'DIRECTIVE_RENAMED first @requiresScopes',
      'DIRECTIVE_RENAMED second https://specs.apollo.dev/federation/v2.9',
    ]);
  });

  it('accepts own names and links to other specifications', () => {
    const foreign = 'extend schema @link(url: "https://example.org/colour/v1.0", as: "paint")';
    expect(findings(link('"@key", { name: "@tag" }'), foreign)).toEqual([]);
  });
});

describe('SECURITY_UNENFORCED', () => {
  it('refuses guards of a form that the gateway does not know, imported or not', () => {
    const sdl = `
      "B." type Book @requiresScopes(scopes: []) { "T." title: String @federation__requiresScopes(scopes: ["read"]) }
      "I." scalar Isbn @policy(policies: [["strict"], []])
      "F." type Film { "T." title: String @policy "N." note: String @requiresScopes(scopes: [[""]]) }`;
    expect(findings(sdl)).toEqual([
      'SECURITY_UNENFORCED first Book',
      'SECURITY_UNENFORCED first Book.title',
      'SECURITY_UNENFORCED first Isbn',
      'SECURITY_UNENFORCED first Film.title',
      'SECURITY_UNENFORCED first Film.note',
    ]);
  });

  it('refuses contexts, which carry data past the guards', () => {
    const sdl =
      '"B." type Book @context(name: "b") { "P." price("C." currency: String @fromContext(field: "$b")): Int }';
    expect(findings(sdl)).toEqual([
      'SECURITY_UNENFORCED first Book',
      'SECURITY_UNENFORCED first Book.price(currency:)',
    ]);
  });

  it('accepts guards that the gateway carries out', () => {
    const sdl = `
      "B." type Book @authenticated { "T." title: String @federation__requiresScopes(scopes: [["read", "all"], ["admin"]]) }
      "I." scalar Isbn @policy(policies: [["strict"]])`;
    expect(findings(sdl)).toEqual([]);
  });

  it('accepts @inaccessible, which composition enforces', () => {
    expect(findings('"B." type Book { "T." title: String @inaccessible }')).toEqual([]);
  });
});

describe('a finding', () => {
  it('reads as one line with subgraph, code and path', () => {
    const [finding] = lintSubgraphs(new Map([['shop', '"S." type Shop { "I." id: Int }']]));
    expect(finding && describeFinding(finding)).toBe(
      'shop: ID_TYPE: Shop.id is called an id but is of type Int; make it ID.',
    );
  });

  it('says for each shape that the composer gets wrong what to write instead', () => {
    const sdl = (unionMembers: string) => `
      ${link('"@key", "@external", "@requires", "@interfaceObject"')}
      "S." type Shop @key(fields: "id") {
        "I." id: ID!
        owner: Owner @external
        "T." tax: Int @requires(fields: "... on Shop { id }")
        "D." due: Int @requires(fields: "owner { age }")
      }
      "O." interface Owner { "A." age: Int }
      "P." type Person implements Owner { "A." age: Int }
      "M." type Media @key(fields: "id") @interfaceObject {
        "I." id: ID! size: Int @external "P." price: Int @requires(fields: "size")
      }
      "U." union Item = ${unionMembers}`;
    const found = lintSubgraphs(
      new Map([
        ['shop', sdl('Shop | Person')],
        ['till', '"U." union Item = Shop'],
      ]),
    );
    expect(found.map(describeFinding)).toEqual([
      'shop: REQUIRES_ABSTRACT: Shop.tax @requires has a fragment; require fields of object types only.',
      'shop: REQUIRES_ABSTRACT: Shop.due @requires selects through the abstract type Owner; require fields of object types only.',
      'shop: INTERFACE_OBJECT_REQUIRES: Media.price @requires inside an @interfaceObject type is planned wrongly; put the field on the object types.',
      'till: UNION_MEMBERS_DIFFER: Item is Shop here and Person | Shop in shop; name the same members.',
    ]);
  });

  it('stands for a syntax error too, and the other subgraphs are still checked', () => {
    expect(findings('type {', 'scalar Isbn')).toEqual([
      'SYNTAX_ERROR first document',
      'DESCRIPTION_MISSING second Isbn',
    ]);
  });
});
