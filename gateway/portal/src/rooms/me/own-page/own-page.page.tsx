import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type Answer, sectionOf } from '../../../data/answer.js';
import { ButtonLink } from '../../../design/base/link.js';
import { graphql } from '../../../generated/gql.js';
import type { OwnPageQuery } from '../../../generated/graphql.js';
import { definePage } from '../../../page/page.js';
import { ComeInFirst } from '../../../viewer/come-in-first.js';
import { ScrollToHash } from '../scroll-to-hash.js';
import { AbroadFacts } from './abroad-facts.js';
import { CertificateList } from './certificate-list.js';
import { ContactFacts } from './contact-facts.js';
import { CreativeList } from './creative-list.js';
import { MembershipList } from './membership-list.js';
import { MentorshipList } from '../mentoring/mentorship-list.js';
import { OwnContents } from './own-contents.js';
import { OwnSection } from './own-section.js';
import { ProgrammeFacts } from './programme-facts.js';
import { ServiceBook } from './service-book.js';
import { StudyList } from './study-list.js';

const OwnPage = graphql(`
  query OwnPage @purpose(is: "none") {
    me {
      id
      name
      contact {
        ...ContactFacts_contact
      }
      affiliations {
        ...MembershipList_affiliation
      }
      enrolments {
        ...StudyList_enrolment
      }
      programmeRecord {
        ...ProgrammeFacts_record
      }
      certificates {
        ...CertificateList_certificate
      }
      serviceRecord {
        minutes
        ...ServiceBook_record
      }
      alumniProfile {
        ...AbroadFacts_profile
      }
      mentorships {
        ...MentorshipList_mentorship
      }
      creativeRecord {
        applications {
          id
        }
        workSamples {
          id
        }
        ...CreativeList_record
      }
      withheld {
        category
        owner
        reason
      }
    }
  }
`);

type Me = NonNullable<OwnPageQuery['me']>;

/** A person’s own page: what all members hold on them, each part with who holds it. */
export const page = definePage({
  document: OwnPage,
  title: msg`Mənim səhifəm`,
  Component: function OwnPage({ answer }) {
    const { me } = answer.data;
    if (me == null) return <ComeInFirst onRetry={answer.reload} />;
    return (
      <div className="grid gap-6">
        <ScrollToHash />
        <header className="grid gap-2">
          <h1>{me.name ?? <Trans>Mənim səhifəm</Trans>}</h1>
          <p className="max-w-2xl text-soft">
            <Trans>
              Birliyin üzvlərinin sizin haqqınızda saxladıqları. Bu səhifəni bütövlükdə yalnız siz görürsünüz.
            </Trans>
          </p>
        </header>
        <div className="grid gap-6 lg:grid-cols-[13rem_1fr]">
          <OwnContents />
          <div className="grid min-w-0 gap-6">
            <RegistrySections answer={answer} me={me} />
            <LearningSections answer={answer} />
            <ServiceSections answer={answer} me={me} />
          </div>
        </div>
      </div>
    );
  },
});

interface SectionsProps {
  readonly answer: Answer<OwnPageQuery>;
}

function RegistrySections({ answer, me }: SectionsProps & { readonly me: Me }) {
  const office = <Trans>Birliyin ofisi</Trans>;
  return (
    <>
      <OwnSection
        id="contact"
        title={<Trans>Ad və əlaqə</Trans>}
        of={ownSection<Me['contact']>(answer, 'contact', 'CONTACT')}
        owner={office}
        empty={<Trans>Hələ heç nə yazılmayıb.</Trans>}
        onRetry={answer.reload}
      >
        {(contact) => <ContactFacts name={me.name ?? null} contact={contact} />}
      </OwnSection>
      <OwnSection
        id="memberships"
        title={<Trans>Üzvlüklər</Trans>}
        of={ownSection<Me['affiliations']>(answer, 'affiliations', 'CONTACT')}
        owner={office}
        empty={<Trans>Hələ heç bir təşkilata bağlı deyilsiniz.</Trans>}
        action={
          <ButtonLink to="/me/claim" variant="secondary">
            <Trans>Kodum var</Trans>
          </ButtonLink>
        }
        onRetry={answer.reload}
      >
        {(affiliations) => <MembershipList affiliations={affiliations} />}
      </OwnSection>
    </>
  );
}

function LearningSections({ answer }: SectionsProps) {
  const school = <Trans>ASAN Məktəb</Trans>;
  return (
    <>
      <OwnSection
        id="study"
        title={<Trans>Təhsil</Trans>}
        of={ownSection<Me['enrolments']>(answer, 'enrolments', 'STUDY')}
        owner={<Trans>Universitetlər</Trans>}
        empty={<Trans>Üzv universitetlərdə təhsiliniz yoxdur.</Trans>}
        onRetry={answer.reload}
      >
        {(enrolments) => <StudyList enrolments={enrolments} />}
      </OwnSection>
      <OwnSection
        id="programme"
        title={<Trans>Könüllü proqramı</Trans>}
        of={ownSection<Me['programmeRecord']>(answer, 'programmeRecord', 'PROGRAMME')}
        owner={school}
        empty={<Trans>Könüllü proqramında hələ iştirak etməmisiniz.</Trans>}
        onRetry={answer.reload}
      >
        {(record) => <ProgrammeFacts record={record} />}
      </OwnSection>
      <OwnSection
        id="certificates"
        title={<Trans>Sertifikatlar</Trans>}
        of={ownSection<Me['certificates']>(answer, 'certificates', 'PROGRAMME')}
        owner={school}
        empty={<Trans>Hələ sertifikatınız yoxdur.</Trans>}
        onRetry={answer.reload}
      >
        {(certificates) => <CertificateList certificates={certificates} />}
      </OwnSection>
    </>
  );
}

function ServiceSections({ answer, me }: SectionsProps & { readonly me: Me }) {
  const platform = <Trans>Məzunlar platforması</Trans>;
  const service = ownSection<Me['serviceRecord']>(answer, 'serviceRecord', 'SERVICE');
  const creative = ownSection<Me['creativeRecord']>(answer, 'creativeRecord', 'CREATIVE');
  const hasNoCreativeWork = me.creativeRecord?.applications.length === 0 && me.creativeRecord.workSamples.length === 0;
  return (
    <>
      <OwnSection
        id="service"
        title={<Trans>Könüllü kitabçası</Trans>}
        of={me.serviceRecord?.minutes === 0 ? { kind: 'empty' } : service}
        owner={<Trans>Könüllü Təşkilatları İttifaqı</Trans>}
        empty={<Trans>Hələ könüllü işiniz yazılmayıb.</Trans>}
        action={
          <ButtonLink to="/opportunities" variant="secondary">
            <Trans>Elanlara bax</Trans>
          </ButtonLink>
        }
        onRetry={answer.reload}
      >
        {(record) => <ServiceBook record={record} />}
      </OwnSection>
      <OwnSection
        id="abroad"
        title={<Trans>Xaricdə təhsil</Trans>}
        of={ownSection<Me['alumniProfile']>(answer, 'alumniProfile', 'ALUMNI')}
        owner={platform}
        empty={<Trans>Xaricdə təhsil haqqında qeyd yoxdur.</Trans>}
        onRetry={answer.reload}
      >
        {(profile) => <AbroadFacts profile={profile} />}
      </OwnSection>
      <OwnSection
        id="mentoring"
        title={<Trans>Mentorluq</Trans>}
        of={ownSection<Me['mentorships']>(answer, 'mentorships', 'ALUMNI')}
        owner={platform}
        empty={<Trans>Mentorunuz yoxdur.</Trans>}
        onRetry={answer.reload}
      >
        {(mentorships) => <MentorshipList mentorships={mentorships} />}
      </OwnSection>
      <OwnSection
        id="creative"
        title={<Trans>Yaradıcılıq</Trans>}
        of={hasNoCreativeWork ? { kind: 'empty' } : creative}
        owner={<Trans>Yaradıcı Sənayelər Federasiyası</Trans>}
        empty={<Trans>Yaradıcı kampaniyalarda hələ iştirak etməmisiniz.</Trans>}
        onRetry={answer.reload}
      >
        {(record) => <CreativeList record={record} />}
      </OwnSection>
    </>
  );
}

function ownSection<Value>(answer: Answer<OwnPageQuery>, field: keyof Me, category: string) {
  return sectionOf<Value>(answer, ['me', field], { category, parts: answer.data.me?.withheld });
}
