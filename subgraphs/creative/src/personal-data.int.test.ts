import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { describePersonalData } from '@birlik/test/testkit/personal-data';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll } from 'vitest';
import { personalData } from './personal-data.js';
import { member as subgraph } from './member.js';

const demo = createDemoData();
let member: TestMember;

beforeAll(async () => {
  member = await startMember(subgraph, { seed: true });
});
afterAll(() => member.close());

describePersonalData({
  member: () => member,
  personalData,
  people: [demo.person(0).id],
  bystander: demo.person(1).id,
});
