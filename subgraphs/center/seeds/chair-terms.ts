import type { SeedContext } from '@birlik/kernel/seed';
import { generated, id, stated, type DemoData } from '@birlik/demo-data';
import { membersConferenceId } from './reported-conferences.js';

/**
 * Loads who chairs: the term that the source states, and a made-up one of a made-up network from the day after until the end
 * of next year, so that somebody chairs whenever the demo is looked at.
 */
export async function loadChairTerms(demo: DemoData, copy: SeedContext['copy']): Promise<void> {
  const { chairTerm, chairAnnouncement, chairProjects } = demo.facts.center;
  const ivc = demo.organization('ivc').id;
  const network = demo.organization('network-example');
  const announcedAt = membersConferenceId(demo);
  const reported = id('chair-term', chairTerm.year);
  const current = id('chair-term', 'example');
  const lastYear = Math.max(new Date().getUTCFullYear(), chairTerm.year) + 1;

  await copy(
    'chair_term',
    ['id', 'organization_id', 'starts_on', 'ends_on', 'announced_at_id', 'projects_told_at_id', 'source'],
    [
      [
        reported,
        ivc,
        `${chairTerm.year}-01-01`,
        `${chairTerm.year}-12-31`,
        announcedAt,
        announcedAt,
        stated(chairTerm, chairAnnouncement, chairProjects),
      ],
      [current, ivc, `${chairTerm.year + 1}-01-01`, `${lastYear}-12-31`, null, null, generated],
    ],
  );
  await copy(
    'chair_term_holder',
    ['id', 'organization_id', 'chair_term_id', 'holder_organization_id', 'country_code', 'source'],
    [
      ...chairTerm.holderKeys.map((key) => {
        const holder = demo.organization(key);
        const holderId = id('chair-term-holder', reported, key);
        return [holderId, ivc, reported, holder.id, holder.countryCode, stated(chairTerm)];
      }),
      [id('chair-term-holder', current), ivc, current, network.id, network.countryCode, generated],
    ],
  );
}
