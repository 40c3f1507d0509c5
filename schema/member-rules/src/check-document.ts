import { Kind, type DocumentNode } from 'graphql';
import { linksOf } from './links.js';
import type { Finding } from './rule.js';

const federationSpec = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+$/;
const linkSpec = /^https:\/\/specs\.apollo\.dev\/link\/v1\.0$/;
const supergraphSpec =
  /^https:\/\/specs\.apollo\.dev\/(link|core|join|inaccessible|tag|cost|authenticated|requiresScopes|policy)\/v\d+\.\d+$/;

/** What composition and subgraph libraries write; they never need an object of their own. */
const machineryTypes =
  /^((federation|link|core)__(FieldSet|Import|Purpose|Policy|Scope|ContextFieldValue)|join__(Graph|FieldSet|ContextArgument|DirectiveArguments|FieldValue)|policy__Policy|requiresScopes__Scope)$/;

/**
 * What the SDL of one member must not have, besides what its types say: directives that the gateway knows nothing of, or
 * knows by another meaning (`DIRECTIVE_UNKNOWN`), and names that rules and machinery pass over (`NAME_RESERVED`).
 */
export function checkMemberDocument(member: string, document: DocumentNode): readonly Finding[] {
  const findings: Finding[] = [];
  const unknown = (path: string, message: string) =>
    findings.push({ code: 'DIRECTIVE_UNKNOWN', member, path, message });
  const links = linksOf(document);
  for (const { url, imports } of links) {
    if (url === null || !(federationSpec.test(url) || linkSpec.test(url))) {
      unknown('@link', `of ${url ?? 'nothing'} brings directives that nobody here carries out.`);
    }
    for (const [name] of imports) {
      if (name === '@composeDirective') unknown(name, 'would bring a directive of this member’s own into the graph.');
    }
  }
  if (!links.some(({ url }) => url !== null && federationSpec.test(url))) {
    unknown('@link', 'to federation 2 is missing; without it every field can be answered by everybody.');
  }
  for (const node of document.definitions) {
    if (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION) {
      const composes = node.directives?.some(({ name }) => name.value.endsWith('composeDirective')) ?? false;
      if (composes) unknown('@composeDirective', 'would bring a directive of this member’s own into the graph.');
      continue;
    }
    if (!('name' in node) || node.name === undefined || node.kind === Kind.DIRECTIVE_DEFINITION) continue;
    const name = node.name.value;
    if (name.includes('__') && !machineryTypes.test(name)) {
      findings.push({ code: 'NAME_RESERVED', member, path: name, message: 'has a name that is for machinery.' });
    }
    for (const field of 'fields' in node ? (node.fields ?? []) : []) {
      if (!field.name.value.startsWith('__')) continue;
      const message = 'has a name that is for machinery.';
      findings.push({ code: 'NAME_RESERVED', member, path: `${name}.${field.name.value}`, message });
    }
  }
  return findings;
}

/** The same of a whole supergraph, where it is nobody’s in particular. */
export function checkSupergraphDocument(supergraph: DocumentNode): readonly Finding[] {
  const member = 'the supergraph';
  const links = linksOf(supergraph).flatMap(({ url, as, imports }): Finding[] => {
    const path = `@link ${url ?? ''}`;
    if (as !== null || imports.some(([name, alias]) => name !== alias)) {
      return [{ code: 'DIRECTIVE_RENAMED', member, path, message: 'renames what the rules are made of.' }];
    }
    if (url !== null && supergraphSpec.test(url)) return [];
    return [{ code: 'DIRECTIVE_UNKNOWN', member, path, message: 'brings directives that nobody here carries out.' }];
  });
  const names = supergraph.definitions.flatMap((node): Finding[] => {
    if (!('name' in node) || node.name === undefined || node.kind === Kind.DIRECTIVE_DEFINITION) return [];
    const path = node.name.value;
    if (!path.includes('__') || machineryTypes.test(path)) return [];
    return [{ code: 'NAME_RESERVED', member, path, message: 'has a name that is for machinery.' }];
  });
  return [...links, ...names];
}
