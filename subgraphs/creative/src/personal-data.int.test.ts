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
  await member.owner.query(
    `insert into file (id, organization_id, volunteer_id, kind, subject_id, name, media_type, bytes, state, sha256,
                       storage_key, put_by, announced_at, awaited_until, settled_at)
     select uuidv7(), organization_id, volunteer_id, 'work_sample', id, 'x.pdf', 'application/pdf', 1, 'stored', repeat('a', 64),
            uuidv7(), 'x', now(), now() + interval '1 minute', now()
       from creative_application where volunteer_id = any($1)`,
    [[demo.person(0).id, demo.person(1).id]],
  );
  await member.owner.query(
    `insert into message (id, organization_id, volunteer_id, kind, subject, body, sent_at)
     select uuidv7(), organization_id, volunteer_id, 'campaign-guardian-asked', '{"az": "x"}', '{"az": "x"}', now()
       from creative_application where volunteer_id = any($1)`,
    [[demo.person(0).id, demo.person(1).id]],
  );
});
afterAll(() => member.close());

describePersonalData({
  member: () => member,
  personalData,
  people: [demo.person(0).id],
  bystander: demo.person(1).id,
});
