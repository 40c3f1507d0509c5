import type { BundlePlace } from './log-leaf.rule.js';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'Where a row that linkage left stands in its bundle, a tree of 1,024 slots of its own: so nobody learns from the log how many such rows there are.',
})
export class AccessLogBundlePlace {
  @Field(() => Int, { description: 'The slot of the row, from 0.' })
  readonly slot!: number;

  @Field(() => [String], {
    description: 'The 10 hashes that lead from the row to the root of the bundle, in hexadecimal digits.',
  })
  readonly path!: readonly string[];
}

@ObjectType({
  description:
    'The proof that an entry stands in the signed log (RFC 9162): whoever has it, and the registry’s public key, needs nobody’s word for it.',
})
export class AccessLogProof {
  @Field(() => Int, { description: 'The place of the row in the log, or of its bundle, from 0.' })
  readonly index!: number;

  @Field(() => AccessLogBundlePlace, {
    nullable: true,
    description:
      'Where the row stands in its bundle, of which the leaf in the log is the JSON `{"bundle":"…"}` with the bundle’s root; null for a row that is a leaf of the log itself.',
  })
  readonly bundle!: BundlePlace | null;

  @Field(() => String, {
    description:
      'The row as JSON: for each member a digest, or for what the viewer sees of it a pair of salt and value, of which the digest is SHA-256 over the salt and the value’s JSON.',
  })
  readonly leaf!: string;

  @Field(() => [String], {
    description:
      'The hashes that lead from the row, or from its bundle, to the root, in hexadecimal digits, at most 63.',
  })
  readonly path!: readonly string[];

  @Field(() => String, {
    description:
      'The signed head of the log, a compact JWS of the registry: how many leaves it has (`size`), and its `root`.',
  })
  readonly head!: string;

  @Field(() => [String], {
    description:
      'What members have signed who keep that head, a compact JWS each, at most 100; each member says by `logHeadsAt…` which key is its own.',
  })
  readonly countersignatures!: readonly string[];
}
