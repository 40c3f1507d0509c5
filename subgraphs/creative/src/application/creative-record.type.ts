import type { Grant } from '@birlik/trust/grant';
import { ObjectType } from 'type-graphql';

@ObjectType({ description: 'What the creative federations hold about one person.' })
export class CreativeRecord {
  /** What opens it. */
  readonly grant!: Grant;
}
