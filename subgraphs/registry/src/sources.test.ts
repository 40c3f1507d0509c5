import { testSources } from '@birlik/test/testkit/sources';
import { member } from './member.js';

testSources(member, { parts: ['country'], unshown: ['mandate', 'safeguarding_case'] });
