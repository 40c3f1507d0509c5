import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ComponentProps, ReactNode } from 'react';
import { sectionOf } from '../../../data/answer.js';
import { ButtonLink, Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import type { MentoringPageQuery } from '../../../generated/graphql.js';
import { definePage } from '../../../page/page.js';
import { ComeInFirst } from '../../../viewer/come-in-first.js';
import { MentorshipActions } from './mentorship-actions.js';
import { MentorshipList } from './mentorship-list.js';

const MentoringPage = graphql(`
  query MentoringPage @purpose(is: "none") {
    me {
      id
      mentorships {
        id
        ...MentorshipList_mentorship
      }
      withheld {
        category
        owner
        reason
      }
    }
    myMentees(first: 50) {
      nodes {
        id
        ...MentorshipList_mentorship
      }
    }
    myMentoringOffer {
      id
      withdrawnAt
    }
  }
`);

type Me = NonNullable<MentoringPageQuery['me']>;

/** Mentoring from both sides: who accompanies the person and whom they asked, and whom they accompany and who asks them. */
export const page = definePage({
  document: MentoringPage,
  title: msg`Mentorluq`,
  Component: function Mentoring({ answer }) {
    const { me, myMentees, myMentoringOffer: offer } = answer.data;
    if (me == null) return <ComeInFirst onRetry={answer.reload} />;
    const mentees = myMentees?.nodes ?? [];
    return (
      <div className="grid max-w-3xl gap-10">
        <div className="grid gap-4">
          <h1>
            <Trans>Mentorluq</Trans>
          </h1>
          <div className="flex flex-wrap gap-3">
            <ButtonLink to="/me/mentoring/find">
              <Trans>Mentor tap</Trans>
            </ButtonLink>
            <ButtonLink to="/me/mentoring/offer" variant="secondary">
              {offer == null || offer.withdrawnAt != null ? <Trans>Mentor ol</Trans> : <Trans>Təklifim</Trans>}
            </ButtonLink>
            <ButtonLink to="/me/mentoring/rounds" variant="secondary">
              <Trans>Mentorluq raundları</Trans>
            </ButtonLink>
          </div>
        </div>
        {mentees.length > 0 && (
          <section className="grid gap-3">
            <h2>
              <Trans>Sizdən xahiş edənlər və mentoru olduğunuz şəxslər</Trans>
            </h2>
            <Box>
              <MentorshipList
                mentorships={mentees}
                asMentor
                actions={(one) => <Actions mentorship={one} asMentor onChanged={answer.reload} />}
              />
            </Box>
          </section>
        )}
        <PageSection
          title={<Trans>Mentorlarınız və xahişləriniz</Trans>}
          of={sectionOf<Me['mentorships']>(answer, ['me', 'mentorships'], { category: 'ALUMNI', parts: me.withheld })}
          owner={<Trans>Məzunlar platforması</Trans>}
          empty={
            <Empty>
              <Trans>
                Hələ mentorunuz yoxdur. Adı göstərilməyən kartlardan birini seçib xahiş edin; razılaşandan sonra
                bir-birinizi görəcəksiniz.
              </Trans>
            </Empty>
          }
          onRetry={answer.reload}
        >
          {(mentorships) => (
            <Box>
              <MentorshipList
                mentorships={mentorships}
                actions={(one) => <Actions mentorship={one} onChanged={answer.reload} />}
              />
            </Box>
          )}
        </PageSection>
      </div>
    );
  },
});

/** The way to all that the two share, and what else can be done. */
function Actions(props: ComponentProps<typeof MentorshipActions>) {
  const { id, startedOn } = props.mentorship;
  return (
    <>
      {startedOn != null && (
        <p>
          <Link to={`/me/mentoring/${id}`}>
            <Trans>Görüşlər, hədəflər və qeydlər</Trans>
          </Link>
        </p>
      )}
      <MentorshipActions {...props} />
    </>
  );
}

function Box({ children }: { children: ReactNode }) {
  return <div className="grid gap-4 rounded-xl border border-line bg-raised p-4">{children}</div>;
}
