import { ConnectionArgs } from '@birlik/kernel/connection';
import { ArrayMaxSize, IsOptional } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { loggedCategories, type LoggedCategory } from '../../decision/grant-category.rule.js';
import { loggedBases, type LoggedBasis } from './logged-basis.rule.js';

/** A page of a person's log, and what it is narrowed to. */
@ArgsType()
export class AccessLogArgs extends ConnectionArgs {
  @Field(() => loggedCategories, { nullable: true, description: 'Only what was asked of this category; all if unset.' })
  readonly category?: LoggedCategory | null;

  @IsOptional()
  @ArrayMaxSize(Object.keys(loggedBases).length)
  @Field(() => [loggedBases], {
    nullable: true,
    description: 'Only what was shown on one of these rights, and nothing that was refused; all if unset.',
  })
  readonly bases?: LoggedBasis[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for what the person did themself, false for what others did; all if unset.',
  })
  readonly bySelf?: boolean | null;
}
