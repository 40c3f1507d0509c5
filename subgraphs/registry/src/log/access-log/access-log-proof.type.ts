import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'The proof that an entry stands in the signed log (RFC 9162): whoever has it, and the registry’s public key, needs nobody’s word for it.',
})
export class AccessLogProof {
  @Field(() => Int, { description: 'The place of the row in the log, from 0.' })
  readonly index!: number;

  @Field(() => String, {
    description:
      'The row as JSON: for each member a digest, or for what the viewer sees of it a pair of salt and value, of which the digest is SHA-256 over the salt and the value’s JSON.',
  })
  readonly leaf!: string;

  @Field(() => [String], {
    description: 'The hashes that lead from the row to the root, in hexadecimal digits, at most 63.',
  })
  readonly path!: readonly string[];

  @Field(() => String, {
    description:
      'The signed head of the log, a compact JWS of the registry: how many rows it has (`size`), and its `root`.',
  })
  readonly head!: string;

  @Field(() => [String], {
    description:
      'What members have signed who keep that head, a compact JWS each, at most 100; each member says by `logHeadsAt…` which key is its own.',
  })
  readonly countersignatures!: readonly string[];
}
