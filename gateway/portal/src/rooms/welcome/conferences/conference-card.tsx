import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Facts } from '../../../design/base/facts.js';
import { Chevron } from '../../../design/base/icons.js';
import { Link } from '../../../design/base/link.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatDay, formatList } from '../../../language/format.js';
import { SourceNote } from '../source/source-note.js';
import { conferenceRoleTerms, sessionKindTerms } from '../welcome-terms.js';

const ConferenceCard_conference = graphql(`
  fragment ConferenceCard_conference on Conference {
    id
    name
    heldOn
    reportedOn
    place
    platforms
    occasion
    theme
    topics
    participants {
      code
    }
    contributors {
      id
      role
      organization {
        id
        name
      }
    }
    sessions {
      id
      kind
      title
    }
    speakers {
      id
      name
      office
      organization {
        id
        name
      }
    }
    statements {
      id
      text
      speaker {
        id
        name
      }
    }
    reports {
      id
      title
      year
    }
    source {
      ...SourceNote_source
    }
  }
`);

/** A conference: where, who took part, and, for who opens it, what was said. */
export function ConferenceCard(props: { conference: FragmentType<typeof ConferenceCard_conference> }) {
  const { t, i18n } = useLingui();
  const conference = readFragment(ConferenceCard_conference, props.conference);
  const { heldOn, place, platforms, topics, participants, contributors, sessions, speakers } = conference;
  return (
    <article className="grid gap-3 rounded-xl border border-line bg-raised p-4">
      <h3>{conference.name}</h3>
      <Facts
        rows={[
          [t`Keçirilib`, heldOn && formatDay(heldOn)],
          [t`Xəbər verilib`, heldOn == null ? formatDay(conference.reportedOn) : null],
          [t`Yer`, place ?? formatList(platforms)],
          [t`Hansı tədbirdə`, conference.occasion],
          [t`Mövzu`, conference.theme],
          [t`Ölkələr`, formatList((participants ?? []).map(({ code }) => formatCountry(code)))],
        ]}
      />
      <div>
        <More title={<Trans>Təşkilatlar</Trans>} isShown={contributors.length > 0}>
          {contributors.map(({ id, role, organization }) => (
            <li key={id}>
              {organization && <Link to={`/members/${organization.id}`}>{organization.name}</Link>} (
              {i18n._(conferenceRoleTerms[role])})
            </li>
          ))}
        </More>
        <More title={<Trans>Gedişi və müzakirələr</Trans>} isShown={sessions.length + topics.length > 0}>
          {sessions.map(({ id, kind, title }) => (
            <li key={id}>
              {title} ({i18n._(sessionKindTerms[kind])})
            </li>
          ))}
          {topics.map((topic) => (
            <li key={topic}>{topic}</li>
          ))}
        </More>
        <More title={<Trans>Çıxış edənlər</Trans>} isShown={speakers.length > 0}>
          {speakers.map(({ id, name, office, organization }) => (
            <li key={id}>
              {name}, {office}
              {organization?.name != null && ` · ${organization.name}`}
            </li>
          ))}
        </More>
        <More title={<Trans>Nə deyilib</Trans>} isShown={conference.statements.length > 0}>
          {conference.statements.map(({ id, text, speaker }) => (
            <li key={id}>
              {text}
              {speaker && <span className="block text-sm text-soft">{speaker.name}</span>}
            </li>
          ))}
        </More>
        <More title={<Trans>Hesabatlar</Trans>} isShown={conference.reports.length > 0}>
          {conference.reports.map(({ id, title, year }) => (
            <li key={id}>
              {title} ({year})
            </li>
          ))}
        </More>
      </div>
      <SourceNote source={conference.source} />
    </article>
  );
}

function More({ title, isShown, children }: { title: ReactNode; isShown: boolean; children: ReactNode }) {
  if (!isShown) return null;
  return (
    <details className="border-t border-line">
      <summary className="flex min-h-target cursor-pointer items-center justify-between font-semibold">
        {title}
        <Chevron />
      </summary>
      <ul className="grid list-disc gap-1 pb-3 pl-5">{children}</ul>
    </details>
  );
}
