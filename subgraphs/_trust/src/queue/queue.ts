import { runStatement } from '@birlik/kernel/statement';
import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Allow, organization } from '../allow/allow.js';
import type { RequestContext } from '../context/context.js';
import { memberSuffix } from '../personal-data/personal-data.js';

export { clockCommand, jobsCommand } from './queue-commands.js';
export { QueueMigration } from './queue-migration.js';

/** Failing jobs that are shown at once. */
const mostShown = 100;

/** A job that failed, as the database has it. */
interface FailedJobRow {
  readonly kind: string;
  readonly attempts: number;
  readonly failure: string;
  readonly failedAt: string;
  readonly dueAt: string | null;
}

/** The resolver by which an organisation sees which jobs that a member does for it have failed: `failedJobsAt<Member>`. */
export function failedJobsResolver(member: string): Function {
  const suffix = memberSuffix(member);

  @ObjectType(`FailedJobAt${suffix}`, { description: `Work that ${member} does for an organisation, and that failed.` })
  class FailedJob {
    @Field(() => String, { description: 'What kind of work it is.' })
    readonly kind!: string;

    @Field(() => Int, { description: 'How often it was begun.' })
    readonly attempts!: number;

    @Field(() => String, { description: 'The kind of the last failure, which names nobody.' })
    readonly failure!: string;

    @Field(() => Date, { description: 'When it failed last.' })
    readonly failedAt!: Date;

    @Field(() => Date, { nullable: true, description: 'When it is tried again; null for work that was given up.' })
    readonly dueAt!: Date | null;
  }

  @Resolver()
  class FailedJobsResolver {
    @Allow(organization('officer', 'admin', 'system'))
    @Query(() => [FailedJob], {
      name: `failedJobsAt${suffix}`,
      nullable: true,
      description: `What ${member} has to do for the viewer’s organisation and has failed at, the last failure first, at most ${mostShown}; for its officers and systems. Null while the service is down.`,
    })
    async failedJobs(@Ctx() context: RequestContext): Promise<FailedJob[]> {
      const rows = await runStatement<FailedJobRow>(
        context.em,
        `select kind, attempts, failure, failed_at as "failedAt", case when died_at is null then due_at end as "dueAt"
           from job where failure is not null and organization_id = ?
          order by failed_at desc, id limit ${mostShown}`,
        [context.requireOrganization()],
      );
      return rows.map(({ failedAt, dueAt, ...job }) => ({
        ...job,
        failedAt: new Date(failedAt),
        dueAt: dueAt === null ? null : new Date(dueAt),
      }));
    }
  }
  return FailedJobsResolver;
}
