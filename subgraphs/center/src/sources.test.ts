import { testSources } from '@birlik/test/testkit/sources';
import { member } from './member.js';

testSources(member, { parts: ['conference_participation'], unshown: ['country_report'] });
