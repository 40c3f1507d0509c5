import { describe, expect, it } from 'vitest';
import { silentOperations } from './permissions.js';

const burn = `  burn(@Ctx() context: RequestContext): Promise<Book> {\n    return burnBook(context);\n  }\n`;
const titles = `  async titles(): Promise<string[]> {\n    return [];\n  }\n`;

describe('silentOperations', () => {
  it.each([
    ['no operation', `  @FieldResolver(() => String)\n${titles}`, []],
    ['a rule above', `  @Allow(anyone)\n  @Query(() => String)\n${titles}`, []],
    ['a rule below', `  @Mutation(() => Book, {\n    description: 'Burns.',\n  })\n  @Allow(writeScope)\n${burn}`, []],
    ['no rule', `  @Mutation(() => Book, {\n    description: 'Burns.',\n  })\n${burn}`, ['burn']],
    [
      'a rule for the other one',
      `  @Allow(anyone)\n  @Query(() => A)\n${titles}  @Mutation(() => B)\n${burn}`,
      ['burn'],
    ],
    ['no rule for a stream', `  @Subscription(() => A, { topics: 'a' })\n${titles}`, ['titles']],
  ])('of a resolver with %s are named', (_, source, expected) => {
    expect(silentOperations(source)).toEqual(expected);
  });
});
