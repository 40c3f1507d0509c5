import { Kind, visit, type ASTNode, type ConstDirectiveNode, type ConstValueNode, type DocumentNode } from 'graphql';
import { directiveText, directiveValue, memberOf, textOf } from '../graphql/directive-value.js';
import { GUARDS, ruleOf } from './rule.js';

/** Features of a supergraph that this gateway carries out, besides the guards. */
const CARRIED_OUT = new Set(['link', 'join', 'inaccessible', 'tag', 'core']);
/** A guard is carried out in exactly this form. */
const GUARD_ADDRESS = /^https:\/\/specs\.apollo\.dev\/(authenticated|requiresScopes|policy)\/v0\.1$/;
const GUARD_NAMES = new Set([...GUARDS].map((name) => name.toLowerCase()));
/** Where a guard may stand. */
const GUARDED_KINDS = new Set<string>([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_EXTENSION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_EXTENSION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_TYPE_EXTENSION,
  Kind.FIELD_DEFINITION,
]);

/**
 * What in a supergraph would stay open if it were served: security features that are not carried out, or not under the
 * name or in the form that they have here. Each is one sentence part that names the thing; a supergraph with any must be
 * refused. A feature is known by the address of its `@link`, so that a new name does not hide it.
 */
export function unsafeFeatures(supergraph: DocumentNode): string[] {
  const found = new Set<string>();
  const linked = new Set<string>();
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const directive of node.directives ?? []) checkLink(directive, linked, found);
  }
  visit(supergraph, {
    Directive(node, _key, _parent, _path, ancestors) {
      const at = ancestors.toReversed().find((one): one is ASTNode => 'kind' in one);
      checkUse(node as ConstDirectiveNode, at, linked, found);
    },
  });
  return [...found];
}

function checkLink(directive: ConstDirectiveNode, linked: Set<string>, found: Set<string>): void {
  const url = directiveText(directive, 'url') ?? directiveText(directive, 'feature');
  if (url === null) return;
  const name = featureName(url);
  const hasPurpose = directiveValue(directive, 'for') !== undefined;
  if (!GUARD_NAMES.has(name.toLowerCase())) {
    if (hasPurpose && !CARRIED_OUT.has(name)) found.add(`@${name} (${url}), which is not carried out`);
    return;
  }
  if (!GUARD_ADDRESS.test(url)) {
    found.add(`@${name} (${url}), which is not a known version`);
    return;
  }
  const renamed = directiveText(directive, 'as');
  if (directiveValue(directive, 'as') !== undefined && renamed !== name)
    found.add(`@${name} (${url}) under another name`);
  const imports = directiveValue(directive, 'import');
  for (const item of imports?.kind === Kind.LIST ? imports.values : imports === undefined ? [] : [imports]) {
    if (!keepsName(item)) found.add(`@${name} (${url}) under another name`);
  }
  linked.add(name);
}

function keepsName(item: ConstValueNode): boolean {
  if (item.kind === Kind.STRING) return true;
  if (item.kind !== Kind.OBJECT) return false;
  const to = memberOf(item, 'as');
  return to === undefined || (textOf(to) !== null && textOf(to) === textOf(memberOf(item, 'name')));
}

function checkUse(
  node: ConstDirectiveNode,
  at: ASTNode | undefined,
  linked: ReadonlySet<string>,
  found: Set<string>,
): void {
  const name = node.name.value;
  const where = at !== undefined && 'name' in at && at.name !== undefined ? ` at "${at.name.value}"` : '';
  if (GUARDS.has(name)) {
    if (!linked.has(name)) found.add(`@${name}${where} without a link that says what it means`);
    if (at === undefined || !GUARDED_KINDS.has(at.kind)) found.add(`@${name}${where}, where it is not carried out`);
    ruleOf([node], () => found.add(`@${name}${where} with arguments of an unexpected form`));
  } else if (GUARD_NAMES.has((name.split('__').at(-1) ?? name).toLowerCase())) {
    found.add(`@${name}${where}, a guard under another name`);
  } else if (name === 'join__directive') {
    const inner = directiveText(node, 'name');
    if (inner !== null && GUARD_NAMES.has((inner.split('__').at(-1) ?? inner).toLowerCase())) {
      found.add(`@${inner}${where} inside @join__directive`);
    }
  } else if (name === 'join__field') {
    const context = directiveValue(node, 'contextArguments');
    if (context !== undefined && !(context.kind === Kind.LIST && context.values.length === 0)) {
      found.add(`@fromContext${where}, which is not carried out`);
    }
  }
}

/** `authenticated` of `https://specs.apollo.dev/authenticated/v0.1`; the whole address when it has no such form. */
function featureName(url: string): string {
  const segments = url.split('/').filter((segment) => segment !== '');
  const last = segments.at(-1) ?? url;
  return (/^v\d/.test(last) ? segments.at(-2) : last) ?? url;
}
