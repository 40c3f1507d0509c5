import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Card, Cards } from '../../../design/base/card.js';
import { Link } from '../../../design/base/link.js';
import { Tag } from '../../../design/base/tag.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { formatCountry, formatDay } from '../../../language/format.js';
import { campaignTerms, reportTerm, roundTerms, roundTones } from '../../../language/terms.js';
import { Ending } from './ending.js';
import { endingWithin, type Present } from './present.rule.js';

const ProgrammeTasks_round = graphql(`
  fragment ProgrammeTasks_round on MatchingRound {
    id
    name
    opensOn
    closesOn
    status
  }
`);

/** The rounds in which mentors are found. */
export function Rounds({ rounds }: { rounds: readonly FragmentType<typeof ProgrammeTasks_round>[] }) {
  const { i18n } = useLingui();
  return (
    <Cards>
      {readFragment(ProgrammeTasks_round, rounds).map(({ id, name, opensOn, closesOn, status }) => (
        <Card key={id}>
          <h3>
            <Link to="/rounds/$id" params={{ id }}>
              {name}
            </Link>
          </h3>
          <p className="text-soft">
            {formatDay(opensOn)} – {formatDay(closesOn)}
          </p>
          <p>
            <Tag tone={roundTones[status]}>{i18n._(roundTerms[status])}</Tag>
          </p>
        </Card>
      ))}
    </Cards>
  );
}

interface OpenRoundsTaskProps {
  readonly of: readonly FragmentType<typeof ProgrammeTasks_round>[];
  readonly now: Present;
}

/** The rounds in which people may still take part, whoever runs them. */
export function OpenRoundsTask({ of, now }: OpenRoundsTaskProps) {
  return (
    <Ending
      ends={endingWithin(
        readFragment(ProgrammeTasks_round, of).map(({ closesOn }) => closesOn),
        now,
        null,
      )}
      title={<Trans>Davam edən mentorluq raundları</Trans>}
      to="/rounds"
      action={<Trans>Bax</Trans>}
    />
  );
}

const ProgrammeTasks_campaign = graphql(`
  fragment ProgrammeTasks_campaign on Campaign {
    id
    name
    seats
    status
    launchedOn
  }
`);

/** The campaigns of the organisation. */
export function Campaigns({ campaigns }: { campaigns: readonly FragmentType<typeof ProgrammeTasks_campaign>[] }) {
  const { i18n } = useLingui();
  return (
    <Cards>
      {readFragment(ProgrammeTasks_campaign, campaigns).map(({ id, name, seats, status, launchedOn }) => (
        <Card key={id}>
          <h3>{name}</h3>
          <p className="text-soft">
            <Trans>Yer: {seats}</Trans>
            {launchedOn != null && <> · {formatDay(launchedOn)}</>}
          </p>
          <p>
            <Tag tone={status === 'DECIDED' ? 'neutral' : 'info'}>{i18n._(campaignTerms[status])}</Tag>
          </p>
        </Card>
      ))}
    </Cards>
  );
}

const ProgrammeTasks_report = graphql(`
  fragment ProgrammeTasks_report on CountryReport {
    id
    year
    status
    submittedOn
    country {
      code
    }
  }
`);

/** What countries reported. */
export function CountryReports({ reports }: { reports: readonly FragmentType<typeof ProgrammeTasks_report>[] }) {
  const { i18n } = useLingui();
  return (
    <ul className="grid gap-2">
      {readFragment(ProgrammeTasks_report, reports).map(({ id, year, status, submittedOn, country }) => (
        <li key={id} className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{country == null ? '' : formatCountry(country.code)}</span>
          <span>{year}</span>
          <Tag tone={status === 'SUBMITTED' ? 'success' : 'warning'}>{i18n._(reportTerm(status, year))}</Tag>
          {submittedOn != null && <span className="text-soft">{formatDay(submittedOn)}</span>}
        </li>
      ))}
    </ul>
  );
}
