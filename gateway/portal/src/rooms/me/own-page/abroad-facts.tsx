import { Trans, useLingui } from '@lingui/react/macro';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Facts } from '../../../design/base/facts.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { dayIn } from '../../../language/day.js';
import { formatCountry, formatDay, formatNumber } from '../../../language/format.js';
import { levelTerms } from '../me-terms.js';

const AbroadFactsProfile = graphql(`
  fragment AbroadFacts_profile on AlumniProfile {
    id
    university
    level
    graduationYear
    returned
    lastConfirmedOn
    studyCountry {
      code
    }
    organization {
      id
      name
      timeZone
    }
    mentor {
      id
      activeMentorships
      capacity
      paused
    }
  }
`);

const ConfirmAlumniFacts = graphql(`
  mutation ConfirmAlumniFacts @purpose(is: "none") {
    confirmAlumniFacts {
      ... on AlumniProfile {
        id
        lastConfirmedOn
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** The study abroad, and whether the person has lately said that it still holds. */
export function AbroadFacts(props: { profile: FragmentType<typeof AbroadFactsProfile> }) {
  const { i18n } = useLingui();
  const [confirm, state] = useAction(ConfirmAlumniFacts);
  const profile = readFragment(AbroadFactsProfile, props.profile);
  const { mentor } = profile;
  const confirmedOn = profile.lastConfirmedOn == null ? null : formatDay(profile.lastConfirmedOn);
  const isConfirmedToday = profile.lastConfirmedOn === dayIn(profile.organization?.timeZone);
  const active = formatNumber(mentor?.activeMentorships ?? 0);
  const capacity = formatNumber(mentor?.capacity ?? 0);
  return (
    <>
      <Facts
        rows={[
          [<Trans>Universitet</Trans>, profile.university],
          [<Trans>Ölkə</Trans>, profile.studyCountry && formatCountry(profile.studyCountry.code)],
          [<Trans>Səviyyə</Trans>, i18n._(levelTerms[profile.level])],
          [
            <Trans>Bitirdiyi il</Trans>,
            profile.graduationYear == null ? <Trans>hələ oxuyur</Trans> : String(profile.graduationYear),
          ],
          [<Trans>İndi</Trans>, profile.returned ? <Trans>vətəndədir</Trans> : <Trans>xaricdədir</Trans>],
          [<Trans>Assosiasiya</Trans>, profile.organization?.name],
          [
            <Trans>Mentor kimi</Trans>,
            mentor &&
              (mentor.paused ? (
                <Trans>fasilədədir</Trans>
              ) : (
                <Trans>
                  {capacity} yerdən {active} tutulub
                </Trans>
              )),
          ],
        ]}
      />
      <ProblemSummary state={state} />
      <div className="flex flex-wrap items-center gap-3">
        <span className="text-soft" role="status">
          {confirmedOn === null ? (
            <Trans>Bunları hələ təsdiqləməmisiniz.</Trans>
          ) : (
            <Trans>Son təsdiqiniz: {confirmedOn}</Trans>
          )}
        </span>
        {!isConfirmedToday && (
          <Button variant="secondary" isPending={state.running} onPress={() => void confirm({})}>
            <Trans>Hamısı doğrudur</Trans>
          </Button>
        )}
      </div>
    </>
  );
}
