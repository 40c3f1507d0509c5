import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { exampleFile, makeSecrets } from './production-secrets.js';
import { discoverLayout, projectRoot } from './supervisor/layout.js';

interface Service {
  readonly environment?: Readonly<Record<string, string>>;
  readonly networks?: readonly string[];
  readonly logging?: { readonly options: Readonly<Record<string, string>> };
  readonly deploy?: { readonly resources: { readonly limits: Readonly<Record<string, unknown>> } };
}

const text = readFileSync(join(projectRoot, 'infra', 'compose.yaml'), 'utf8');
const compose = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
};
const members = discoverLayout().subgraphs.map(({ name }) => name);
const service = (name: string): Service => compose.services[name] ?? {};
const variablesOf = (value: unknown) =>
  [...JSON.stringify(value).matchAll(/\$\{([A-Z\d_]+):\?[^}]*\}/g)].map(([, name]) => name ?? '');
const networksOf = (name: string) => service(name).networks ?? [];
const shared = (one: string, other: string) => networksOf(one).filter((network) => networksOf(other).includes(network));

describe('compose.yaml', () => {
  it('runs and migrates each member of the repository', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining(members.flatMap((name) => [name, `${name}-migration`])),
    );
    const addresses = JSON.parse(service('gateway').environment?.['SUBGRAPH_URLS'] ?? '') as object;
    expect(Object.keys(addresses).toSorted()).toEqual(members);
    expect(service('databases').environment?.['BIRLIK_MEMBERS']?.split(' ').toSorted()).toEqual(members);
  });

  it.each(members)('gives %s passwords and a network that no other member has', (name) => {
    const passwordsOf = (member: string) =>
      [member, `${member}-migration`]
        .flatMap((part) => variablesOf(service(part)))
        .filter((it) => it.includes('PASSWORD'));
    const own = passwordsOf(name);
    expect(new Set(own).size).toBe(2);
    for (const other of members.filter((member) => member !== name)) {
      expect(passwordsOf(other).filter((variable) => own.includes(variable))).toEqual([]);
      expect(shared(name, other)).toEqual([]);
    }
    expect(shared(name, 'gateway')).toEqual([name]);
    expect(shared(name, 'postgres')).toEqual([`${name}-database`]);
    for (const network of networksOf(name)) expect(compose.networks[network]?.internal).toBe(true);
  });

  it.each(members)('lets the operator say in which time zone %s counts days', (name) => {
    expect(service(name).environment?.['TIME_ZONE']).toBe('${TIME_ZONE:-Asia/Baku}');
  });

  it('gives each member the key that it shares with the registry, and none of another', () => {
    const keysOf = (name: string) => variablesOf(service(name)).filter((variable) => variable.startsWith('GRANT_KEY_'));
    const others = members.filter((name) => name !== 'registry');
    expect(keysOf('registry').toSorted()).toEqual(others.flatMap(keysOf).toSorted());
    for (const name of others) expect(keysOf(name)).toEqual([`GRANT_KEY_${name.toUpperCase().replaceAll('-', '_')}`]);
  });

  it('gives each member its own key to agree with the gateway, and the gateway the public halves alone', () => {
    const variableOf = (name: string) => name.toUpperCase().replaceAll('-', '_');
    for (const name of members) {
      const keys = variablesOf(service(name)).filter((variable) => variable.startsWith('AGREEMENT_'));
      expect(keys).toEqual([`AGREEMENT_KEY_${variableOf(name)}`]);
    }
    const keys = variablesOf(service('gateway')).filter((variable) => variable.startsWith('AGREEMENT_'));
    expect(keys.toSorted()).toEqual(members.map((name) => `AGREEMENT_PUBLIC_KEY_${variableOf(name)}`).toSorted());
  });

  it('keeps the gateway and the dispatching process away from the databases', () => {
    for (const name of ['gateway', 'dispatch']) expect(shared(name, 'postgres')).toEqual([]);
  });

  it('has the gateway serve the portal that the image holds, with the documents that it asks', () => {
    const { PORTAL_FOLDER: folder = '', DOCUMENTS_MANIFEST: manifests = '' } = service('gateway').environment ?? {};
    const image = readFileSync(join(projectRoot, 'infra', 'docker', 'Dockerfile'), 'utf8');
    expect(image).toContain(`COPY --from=build /birlik/${folder} ./${folder}\n`);
    for (const file of JSON.parse(manifests) as string[]) expect(existsSync(join(projectRoot, file))).toBe(true);
  });

  it.each(Object.keys(compose.services))('bounds what %s may take, and its log', (name) => {
    expect(service(name).deploy?.resources.limits).toEqual(
      expect.objectContaining({ memory: expect.any(String) as string, pids: expect.any(Number) as number }),
    );
    expect(service(name).logging?.options['max-size']).toBeDefined();
  });
});

describe('makeSecrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'birlik-secrets-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const needed = [...new Set(variablesOf(text))].toSorted();

  it('makes or asks for just the variables that compose.yaml needs', async () => {
    const file = join(folder, 'new.env');
    const { made, toSet } = await makeSecrets(file);
    expect([...made, ...toSet].toSorted()).toEqual(needed);
    expect(Object.keys(parseEnv(readFileSync(exampleFile, 'utf8'))).toSorted()).toEqual(needed);
    const values = Object.values(parseEnv(readFileSync(file, 'utf8'))).filter((value) => value !== '');
    expect(values).toHaveLength(made.length);
    expect(new Set(values).size).toBe(made.length);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('gives the gateway the public half of just the key that the member has', async () => {
    const file = join(folder, 'halves.env');
    await makeSecrets(file);
    const values = parseEnv(readFileSync(file, 'utf8'));
    for (const name of members.map((member) => member.toUpperCase().replaceAll('-', '_'))) {
      const { d, ...publicHalf } = JSON.parse(values[`AGREEMENT_KEY_${name}`] ?? '') as Record<string, string>;
      expect(d).toMatch(/^[\w-]{43}$/);
      expect(JSON.parse(values[`AGREEMENT_PUBLIC_KEY_${name}`] ?? '')).toEqual(publicHalf);
    }
  });

  it('keeps what is there and makes what is missing', async () => {
    const file = join(folder, 'kept.env');
    writeFileSync(file, `GRANT_KEY_UNION=kept\nISSUERS='[{"issuer":"https://id.example"}]'\nOF_THE_OPERATOR="too"\n`);
    expect((await makeSecrets(file)).made).not.toContain('GRANT_KEY_UNION');
    const first = readFileSync(file, 'utf8');
    expect(parseEnv(first)).toMatchObject({
      GRANT_KEY_UNION: 'kept',
      ISSUERS: '[{"issuer":"https://id.example"}]',
      OF_THE_OPERATOR: 'too',
    });
    expect((await makeSecrets(file)).made).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe(first);
  });

  it('refuses a variable under its former name, says the new one, and changes nothing', async () => {
    const file = join(folder, 'former.env');
    writeFileSync(file, 'ERASURE_CLIENT_ID=office\n');
    await expect(makeSecrets(file)).rejects.toThrow('ERASURE_CLIENT_ID is DISPATCH_CLIENT_ID now');
    expect(readFileSync(file, 'utf8')).toBe('ERASURE_CLIENT_ID=office\n');
  });

  it('refuses a value that it could not write back, and changes nothing', async () => {
    const file = join(folder, 'odd.env');
    writeFileSync(file, `OF_THE_OPERATOR="it's"\n`);
    await expect(makeSecrets(file)).rejects.toThrow('OF_THE_OPERATOR cannot be kept');
    expect(readFileSync(file, 'utf8')).toBe(`OF_THE_OPERATOR="it's"\n`);
  });
});
