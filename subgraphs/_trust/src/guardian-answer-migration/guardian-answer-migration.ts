import { guardianAnswers, guardianReasons } from '../guardian-answer/guardian-answer.js';
import { personColumn, session } from '../row-level-security/row-level-security.js';

const listed = (values: Readonly<Record<string, string>>) =>
  Object.values(values)
    .map((value) => `'${value}'`)
    .join(', ');

/** Where an answer goes to from another one; an application waits first. */
const steps = [
  ['awaited', 'given'],
  ['awaited', 'refused'],
  ['awaited', 'confirmed'],
  ['awaited', 'withdrawn'],
  ['given', 'taken_back'],
  ['given', 'withdrawn'],
]
  .map(([from, to]) => `('${from}', '${to}')`)
  .join(', ');

/**
 * The statements by which applications of minors wait for a guardian, with their history. The table is one of `tenantTable`, whose
 * column `status` knows `awaiting_guardian` and `withdrawn`. While an application waits, and after a no, it has no other status; a
 * person makes one that does not wait only where the registry has said that they decide for themself.
 *
 * @param open what an application's status is when it waits for nobody but the organisation
 */
export function guardianAnswerColumns({ table, open }: { readonly table: string; readonly open: string }): string[] {
  const tenant = `organization_id = ${session.organization}`;
  const own = `${personColumn} = ${session.volunteer}`;
  const decides = `coalesce(${personColumn} = any (${session.decidesFor}), false)`;
  return [
    `alter table ${table}
       add column guardian_answer text check (guardian_answer in (${listed(guardianAnswers)})),
       add column guardian_reason text check (guardian_reason in (${listed(guardianReasons)})),
       add column guardian_history jsonb not null default '[]',
       add constraint ${table}_guardian_awaited
         check ((status = 'awaiting_guardian') = coalesce(guardian_answer = 'awaited', false)),
       add constraint ${table}_guardian_refused
         check (status = 'withdrawn' or coalesce(guardian_answer in ('awaited', 'given', 'confirmed'), true)),
       add constraint ${table}_guardian_reason
         check ((guardian_reason is not null) = coalesce(guardian_answer in ('refused', 'taken_back'), false))`,
    `create function keep_guardian_answer() returns trigger language plpgsql as
      $$ begin
        if tg_op = 'INSERT' then
          new.guardian_history := '[]';
        else
          new.guardian_history := old.guardian_history;
          if new.guardian_answer is not distinct from old.guardian_answer then
            new.guardian_reason := old.guardian_reason;
            return new;
          end if;
          if not coalesce((old.guardian_answer, new.guardian_answer) in (${steps}), false) then
            raise exception 'An answer of a guardian does not become another one like this.';
          end if;
        end if;
        if new.guardian_answer is not null then
          new.guardian_history := new.guardian_history || jsonb_build_object(
            'answer', new.guardian_answer, 'reason', new.guardian_reason, 'at', app_now());
        end if;
        return new;
      end $$`,
    `create trigger ${table}_guardian_answer before insert or update on ${table}
       for each row execute function keep_guardian_answer()`,
    `alter policy ${table}_insert on ${table} with check (${tenant} or (${own}
       and ((status = '${open}' and guardian_answer is null and ${decides}) or status = 'awaiting_guardian')))`,
    `alter policy ${table}_update on ${table} using (${tenant} or ${own} or ${decides})
       with check (${tenant} or ((${own} or ${decides}) and status = 'withdrawn') or (${decides} and status = '${open}'))`,
    `create policy ${table}_decide on ${table} for select using (${decides})`,
  ];
}

/**
 * The statements that note when an application was withdrawn, by the applicant or by a guardian's no. The table has a column `status`
 * that knows `withdrawn`; of what was withdrawn before, the time is not known.
 */
export function withdrawalColumn({ table }: { readonly table: string }): string[] {
  return [
    `alter table ${table} add column withdrawn_at timestamptz check (withdrawn_at is null or status = 'withdrawn')`,
    `create function keep_withdrawal() returns trigger language plpgsql as
      $$ begin
        new.withdrawn_at := case when old.status = 'withdrawn' then old.withdrawn_at
                                 when new.status = 'withdrawn' then app_now() end;
        return new;
      end $$`,
    `create trigger ${table}_withdrawal before update on ${table} for each row execute function keep_withdrawal()`,
    `create index on ${table} (${personColumn}) where status = 'withdrawn'`,
  ];
}
