import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { EntityManager } from '@mikro-orm/postgresql';

const kinds = { functions: 'function', views: 'view' } as const;
type Kind = (typeof kinds)[keyof typeof kinds];

/** A function or a view as its file says it. */
interface SqlFile {
  readonly name: string;
  readonly kind: Kind;
  readonly text: string;
  readonly digest: string;
}

/** A function or a view as the database has it. */
interface StoredObject {
  readonly oid: number;
  readonly name: string;
  readonly kind: Kind;
  /** With its arguments, as statements name it. */
  readonly signature: string;
  readonly definition: string;
}

/** What was applied: by which text, and what the database made of it. */
interface AppliedObject {
  readonly name: string;
  readonly kind: Kind;
  readonly digest: string;
  readonly definition_digest: string;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The folder `database` of the package that a module belongs to, whether it is compiled or not. */
export function sqlFolderOf(moduleUrl: string): string {
  const manifest = findPackageJSON('.', moduleUrl);
  if (manifest === undefined) throw new Error(`${moduleUrl} belongs to no package.`);
  return join(dirname(manifest), 'database');
}

async function readSqlFiles(folder: string): Promise<SqlFile[]> {
  const files = await Promise.all(
    Object.entries(kinds).map(async ([area, kind]) => {
      const names = await readdir(join(folder, area)).catch((error: NodeJS.ErrnoException): string[] => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      return Promise.all(
        names
          .filter((name) => name.endsWith('.sql'))
          .map(async (file) => {
            const text = await readFile(join(folder, area, file), 'utf8');
            return { name: basename(file, '.sql'), kind, text, digest: digestOf(text) };
          }),
      );
    }),
  );
  return files.flat();
}

/**
 * The functions and views of the schema `public`, without those of extensions. The definition of a function whose body is
 * parsed is what the database makes of the body, so it says nothing about the layout of the text.
 */
async function readStored(em: EntityManager): Promise<StoredObject[]> {
  return em.execute<StoredObject[]>(
    `select oid::integer, proname as name, 'function' as kind, oid::regprocedure::text as signature,
            pg_get_functiondef(oid) as definition
       from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'
        and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
      union all
     select oid::integer, relname, 'view', oid::regclass::text, concat(pg_get_viewdef(oid), reloptions::text)
       from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'`,
  );
}

async function readApplied(em: EntityManager): Promise<AppliedObject[]> {
  const [found] = await em.execute<{ found: boolean }[]>(
    `select to_regclass('public.sql_object') is not null as found`,
  );
  if (!found?.found) {
    await em.execute(`create table sql_object (
      name text not null,
      kind text not null check (kind in ('function', 'view')),
      digest text not null,
      definition_digest text not null,
      applied_at timestamptz not null default clock_timestamp(),
      primary key (kind, name)
    )`);
    await em.execute('alter table sql_object enable row level security');
    await em.execute('alter table sql_object force row level security');
    await em.execute('create policy sql_object_owner on sql_object to current_user using (true) with check (true)');
  }
  return em.execute<AppliedObject[]>('select name, kind, digest, definition_digest from sql_object');
}

/** SQLSTATEs of a text that cannot take the place of what is there: other columns, result or names of arguments. */
const cannotReplace = new Set(['42P13', '42P16']);
/** SQLSTATEs of a text that needs a function or a view that another file makes. */
const needsAnother = new Set(['42883', '42P01']);

const stateOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

/** Runs statements so that a failure undoes them alone. */
async function attempt(em: EntityManager, run: () => Promise<void>): Promise<unknown> {
  await em.execute('savepoint sql_object');
  try {
    await run();
    return null;
  } catch (error) {
    await em.execute('rollback to savepoint sql_object');
    return error;
  } finally {
    await em.execute('release savepoint sql_object');
  }
}

/**
 * Brings functions and views to the texts of their files, in one transaction: those that are new, whose text has changed, or
 * that something else has changed since. What has no file any more goes, if it had one.
 *
 * @param em a transaction of the owner of the tables
 * @returns the names of those that were applied or taken out now
 */
export async function applySqlObjects(em: EntityManager, folder: string): Promise<string[]> {
  return new SqlObjects(em, await readSqlFiles(folder)).apply();
}

class SqlObjects {
  readonly #em: EntityManager;
  readonly #files: readonly SqlFile[];
  #stored: readonly StoredObject[] = [];

  constructor(em: EntityManager, files: readonly SqlFile[]) {
    this.#em = em;
    this.#files = files;
  }

  async apply(): Promise<string[]> {
    await this.#em.execute(`select pg_advisory_xact_lock(hashtextextended('sql_object', 0))`);
    const applied = await readApplied(this.#em);
    this.#stored = await readStored(this.#em);
    const changed = this.#files.filter((file) => {
      const row = applied.find(({ kind, name }) => kind === file.kind && name === file.name);
      const [one, ...others] = this.#storedAs(file);
      if (!row || !one || others.length > 0) return true;
      return row.digest !== file.digest || row.definition_digest !== digestOf(one.definition);
    });
    const gone = applied.filter((row) => !this.#files.some(({ kind, name }) => kind === row.kind && name === row.name));
    if (changed.length === 0 && gone.length === 0) return [];
    await this.#applyAll(changed);
    for (const { kind, name } of gone) {
      for (const { signature } of this.#storedAs({ kind, name })) await this.#em.execute(`drop ${kind} ${signature}`);
      await this.#em.execute('delete from sql_object where kind = ? and name = ?', [kind, name]);
    }
    await this.#record();
    return [...changed, ...gone].map(({ name }) => name);
  }

  #storedAs({ kind, name }: Pick<SqlFile, 'kind' | 'name'>): StoredObject[] {
    return this.#stored.filter((one) => one.kind === kind && one.name === name);
  }

  /** In rounds, since a text may need what another one makes. */
  async #applyAll(files: readonly SqlFile[]): Promise<void> {
    let waiting = files;
    while (waiting.length > 0) {
      const next: SqlFile[] = [];
      let cause: unknown = null;
      for (const file of waiting) {
        const error = await attempt(this.#em, () => this.#applyOne(file));
        if (error === null) continue;
        if (!needsAnother.has(stateOf(error))) throw this.#failure(file, error);
        cause = error;
        next.push(file);
      }
      if (next.length === waiting.length && next[0]) throw this.#failure(next[0], cause);
      waiting = next;
    }
  }

  #failure({ kind, name }: SqlFile, cause: unknown): Error {
    const message = cause instanceof Error ? cause.message : String(cause);
    return new Error(`The ${kind} ${name} cannot be applied: ${message}`, { cause });
  }

  async #applyOne(file: SqlFile): Promise<void> {
    const before = this.#storedAs(file);
    const error = await attempt(this.#em, () => this.#run(file));
    if (error !== null) {
      if (!cannotReplace.has(stateOf(error))) throw error;
      await this.#replace(file, before);
    }
    this.#stored = await readStored(this.#em);
    const after = this.#storedAs(file);
    if (after.length === 0) throw new Error('its file makes something of another name');
    if (after.length > 1) {
      // Other types of arguments have made a second function of the name.
      const isOld = ({ oid }: StoredObject) => before.some((one) => one.oid === oid);
      await this.#replace(file, [...after.filter((one) => !isOld(one)), ...after.filter(isOld)]);
      this.#stored = await readStored(this.#em);
    }
    if (before.length === 0 && file.kind === 'function') {
      for (const { signature } of this.#storedAs(file)) {
        await this.#em.execute(`revoke all on function ${signature} from public`);
      }
    }
  }

  async #run({ kind, name, text }: SqlFile): Promise<void> {
    const expected = new RegExp(String.raw`^(?:--[^\n]*\n|\s)*create or replace ${kind} ${name}\b`);
    if (!expected.test(text)) throw new Error(`its file must begin with: create or replace ${kind} ${name}`);
    await this.#em.execute(text);
  }

  /**
   * Takes out what stands in the way, with the functions and views that need it and have files, and makes all of them anew
   * with the rights that they had. Anything else that needs it, such as a policy, is left to a migration.
   */
  async #replace(file: SqlFile, old: readonly StoredObject[]): Promise<void> {
    const oids = old.map(({ oid }) => oid);
    const dependents = await this.#dependentsOf(oids);
    const files = dependents.map((dependent) => {
      const own = this.#files.find(({ kind, name }) => kind === dependent.kind && name === dependent.name);
      if (!own) throw new Error(`${dependent.name} needs it and has no file: take it out in a migration first`);
      return own;
    });
    const taken = [...dependents, ...old.filter(({ oid }) => !dependents.some((one) => one.oid === oid))];
    const rights = new Map(
      await Promise.all(taken.map(async (one) => [`${one.kind} ${one.name}`, await this.#rightsOf(one)] as const)),
    );
    for (const { kind, signature } of taken) await this.#em.execute(`drop ${kind} if exists ${signature}`);
    for (const one of [file, ...files.toReversed()]) {
      await this.#run(one);
      await this.#giveRights(one, rights.get(`${one.kind} ${one.name}`) ?? null);
    }
  }

  /** Everything that needs one of the objects, what needs others first. @throws Error for what is neither function nor view */
  async #dependentsOf(oids: readonly number[]): Promise<StoredObject[]> {
    const rows = await this.#em.execute<{ oid: number | null; described: string; depth: number }[]>(
      `with recursive needing (class, id, depth) as (
         select d.classid, d.objid, 1 from pg_depend d
          where d.refobjid = any (?::oid[]) and d.deptype = 'n'
         union
         select case when d.classid = 'pg_rewrite'::regclass then 'pg_class'::regclass else d.classid end,
                case when d.classid = 'pg_rewrite'::regclass then r.ev_class else d.objid end, needing.depth + 1
           from needing
           join pg_depend d on d.deptype = 'n' and d.refclassid = needing.class and d.refobjid = needing.id
           left join pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
       ), named as (
         select case when class = 'pg_rewrite'::regclass then r.ev_class else id end as id,
                case when class = 'pg_rewrite'::regclass then 'pg_class'::regclass else class end as class, depth
           from needing left join pg_rewrite r on class = 'pg_rewrite'::regclass and r.oid = id
       )
       select case when class in ('pg_proc'::regclass, 'pg_class'::regclass) then id::integer end as oid,
              pg_describe_object(class, id, 0) as described, max(depth) as depth
         from named where id <> all (?::oid[]) group by class, id order by max(depth) desc`,
      [`{${oids.join(',')}}`, `{${oids.join(',')}}`],
    );
    return rows.map(({ oid, described }) => {
      const stored = this.#stored.find((one) => one.oid === oid);
      if (!stored) throw new Error(`${described} needs it: take it out in a migration first`);
      return stored;
    });
  }

  async #rightsOf({ oid, kind }: StoredObject): Promise<string[]> {
    const [table, acl, owner] =
      kind === 'function' ? ['pg_proc', 'proacl', 'proowner'] : ['pg_class', 'relacl', 'relowner'];
    const type = kind === 'function' ? 'f' : 'r';
    const rows = await this.#em.execute<{ grant: string }[]>(
      `select format('grant %s on %s to %s', privilege_type, '%s', coalesce(quote_ident(rolname), 'public')) as grant
         from ${table}, aclexplode(coalesce(${acl}, acldefault('${type}', ${owner}))) left join pg_roles on oid = grantee
        where ${table}.oid = ?`,
      [oid],
    );
    return rows.map((row) => row.grant);
  }

  async #giveRights(file: SqlFile, rights: readonly string[] | null): Promise<void> {
    if (rights === null) return;
    const stored = (await readStored(this.#em)).filter(({ kind, name }) => kind === file.kind && name === file.name);
    for (const { kind, signature } of stored) {
      const target = kind === 'function' ? `function ${signature}` : signature;
      await this.#em.execute(`revoke all on ${target} from public`);
      for (const grant of rights) await this.#em.execute(grant.replace('%s', target));
    }
  }

  /** Notes what the database has now, also of texts that were made anew because another one was. */
  async #record(): Promise<void> {
    const rows = this.#files.map(({ kind, name, digest }) => {
      const definition = this.#storedAs({ kind, name })[0]?.definition ?? '';
      return { kind, name, digest, definition_digest: digestOf(definition) };
    });
    await this.#em.execute(
      `insert into sql_object (kind, name, digest, definition_digest)
       select kind, name, digest, definition_digest
         from jsonb_to_recordset(?::jsonb) as one (kind text, name text, digest text, definition_digest text)
       on conflict (kind, name) do update
          set digest = excluded.digest, definition_digest = excluded.definition_digest, applied_at = clock_timestamp()
        where (sql_object.digest, sql_object.definition_digest) is distinct from (excluded.digest, excluded.definition_digest)`,
      [JSON.stringify(rows)],
    );
  }
}
