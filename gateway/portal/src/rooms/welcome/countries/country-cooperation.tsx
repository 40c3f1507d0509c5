import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatDay } from '../../../language/format.js';
import { AgreementList } from './agreement-list.js';
import { ProjectList } from './project-list.js';

const CountryCooperation_cooperation = graphql(`
  fragment CountryCooperation_cooperation on Cooperation {
    agreements {
      id
      ...AgreementList_agreement
    }
    jointProjects {
      id
      ...ProjectList_project
    }
    chairTerms {
      id
      startsOn
      endsOn
    }
    conferences {
      id
      name
      heldOn
    }
  }
`);

/** What a country does with others: agreements, projects, terms in the chair, conferences. */
export function CountryCooperation(props: { cooperation: FragmentType<typeof CountryCooperation_cooperation> }) {
  const cooperation = readFragment(CountryCooperation_cooperation, props.cooperation);
  const { agreements, jointProjects, chairTerms, conferences } = cooperation;
  if ([agreements, jointProjects, chairTerms, conferences].every((list) => list.length === 0)) {
    return (
      <Empty>
        <Trans>Hələ heç nə bilinmir.</Trans>
      </Empty>
    );
  }
  return (
    <div className="grid gap-6">
      <Part title={<Trans>Sazişlər</Trans>} isShown={agreements.length > 0}>
        <AgreementList agreements={agreements} />
      </Part>
      <Part title={<Trans>Birgə layihələr</Trans>} isShown={jointProjects.length > 0}>
        <ProjectList projects={jointProjects} />
      </Part>
      <Part title={<Trans>Sədrlik</Trans>} isShown={chairTerms.length > 0}>
        <ul className="grid gap-1">
          {chairTerms.map(({ id, startsOn, endsOn }) => (
            <li key={id}>
              {formatDay(startsOn)} – {formatDay(endsOn)}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={<Trans>Konfranslar</Trans>} isShown={conferences.length > 0}>
        <ul className="grid gap-1">
          {conferences.map(({ id, name, heldOn }) => (
            <li key={id}>
              <Link to="/conferences">{name}</Link>
              {heldOn != null && ` · ${formatDay(heldOn)}`}
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}

function Part({ title, isShown, children }: { title: ReactNode; isShown: boolean; children: ReactNode }) {
  if (!isShown) return null;
  return (
    <div className="grid gap-2">
      <h3>{title}</h3>
      {children}
    </div>
  );
}
