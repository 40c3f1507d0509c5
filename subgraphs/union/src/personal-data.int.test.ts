import { startMember, type TestMember } from '@birlik/test/testkit/member';
import { describePersonalData } from '@birlik/test/testkit/personal-data';
import { createDemoData } from '@birlik/demo-data';
import { afterAll, beforeAll } from 'vitest';
import { loadDemo } from '../seeds/demo.js';
import { readConfig } from './config.js';
import { database } from './database.js';
import { personalData } from './personal-data.js';
import { createServer } from './server.js';

const demo = createDemoData();
let member: TestMember;

beforeAll(async () => {
  member = await startMember({ name: 'union', database, readConfig, createServer, seed: loadDemo });
});
afterAll(() => member.close());

describePersonalData({
  member: () => member,
  personalData,
  people: [demo.person(0).id],
  bystander: demo.person(1).id,
});
