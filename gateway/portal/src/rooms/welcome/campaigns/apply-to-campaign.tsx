import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Link } from '../../../design/base/link.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { Notice } from '../../../design/states/notice.js';
import type { ApplicantRegion } from '../../../generated/codes.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { ApplyToCampaign_ApplicationFragment } from '../../../generated/graphql.js';
import { formatDay, formatMoment, formatNumber } from '../../../language/format.js';
import { useViewer } from '../../../viewer/viewer.js';
import { ComeInToApply } from '../come-in-to-apply.js';
import { creativeStatusTerms, regionTerms } from '../welcome-terms.js';

const ApplyToCampaign_application = graphql(`
  fragment ApplyToCampaign_application on CreativeApplication {
    id
    status
    appliedAt
    electedOn
    meanScore
    discipline {
      id
      name
    }
  }
`);

const ApplyToCampaign_discipline = graphql(`
  fragment ApplyToCampaign_discipline on CreativeDiscipline {
    id
    name
  }
`);

const ApplyToCampaignAction = graphql(`
  mutation ApplyToCampaign($input: ApplyToCampaignInput!) @purpose(is: "none") {
    applyToCampaign(input: $input) {
      ... on CreativeApplication {
        id
        status
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

interface ApplyToCampaignProps {
  readonly campaignId: string;
  readonly isOpen: boolean;
  readonly disciplines: readonly FragmentType<typeof ApplyToCampaign_discipline>[];
  /** The application of the person who looks; null when they have none. */
  readonly application: FragmentType<typeof ApplyToCampaign_application> | null;
  readonly onApplied: () => void;
}

/** The way to take part in a campaign, for whoever looks. */
export function ApplyToCampaign({ application, ...props }: ApplyToCampaignProps) {
  const viewer = useViewer();
  const applied = readFragment(ApplyToCampaign_application, application);
  if (applied !== null && applied.status !== 'WITHDRAWN') return <Applied application={applied} />;
  if (viewer.kind === 'staff') return null;
  if (!props.isOpen) return <Notice tone="neutral" title={<Trans>Müraciət qəbulu başa çatıb.</Trans>} />;
  switch (viewer.kind) {
    case 'person':
      return <ApplicationForm {...props} />;
    case 'anybody':
    case 'newcomer':
      return <ComeInToApply kind={viewer.kind} />;
    default:
      return null;
  }
}

function ApplicationForm({ campaignId, disciplines, onApplied }: Omit<ApplyToCampaignProps, 'application'>) {
  const { t, i18n } = useLingui();
  const [apply, state] = useAction(ApplyToCampaignAction);
  const choices = readFragment(ApplyToCampaign_discipline, disciplines);
  const [disciplineId, setDiscipline] = useState(choices[0]?.id ?? '');
  const [region, setRegion] = useState<ApplicantRegion | ''>('');
  const send = async () => {
    const done = await apply({ input: { campaignId, disciplineId, region: region === '' ? null : region } });
    if (done !== null) onApplied();
  };
  return (
    <section className="grid gap-3">
      <h2>
        <Trans>Müraciət edin</Trans>
      </h2>
      <p className="text-soft">
        <Trans>
          Bir kampaniyaya bir dəfə müraciət etmək olar. Nəticə bilinənədək müraciəti geri götürə bilərsiniz.
        </Trans>
      </p>
      <Form submit={<Trans>Müraciəti göndər</Trans>} state={state} onSubmit={() => void send()}>
        <Select
          label={t`Yaradıcılıq sahəsi`}
          value={disciplineId}
          onChange={setDiscipline}
          options={choices.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <Select
          label={t`Haradansınız`}
          hint={t`Deməyə bilərsiniz.`}
          value={region}
          onChange={setRegion}
          options={[
            { value: '', text: t`Demirəm` },
            { value: 'CAPITAL', text: i18n._(regionTerms.CAPITAL) },
            { value: 'REGION', text: i18n._(regionTerms.REGION) },
          ]}
        />
      </Form>
    </section>
  );
}

function Applied({ application }: { application: ApplyToCampaign_ApplicationFragment }) {
  const { i18n } = useLingui();
  const { status, appliedAt, electedOn, meanScore, discipline } = application;
  const day = formatMoment(appliedAt);
  const elected = electedOn == null ? null : formatDay(electedOn);
  const score = meanScore == null ? null : formatNumber(meanScore, { maximumFractionDigits: 1 });
  return (
    <Notice
      role="status"
      tone={status === 'ELECTED' ? 'success' : status === 'DECLINED' ? 'neutral' : 'info'}
      title={i18n._(creativeStatusTerms[status])}
    >
      <p>
        {discipline?.name} · <Trans>Müraciət günü: {day}</Trans>
      </p>
      <Link to="/me/applications">
        <Trans>Müraciətlərim</Trans>
      </Link>
      {elected !== null && (
        <p>
          <Trans>Seçildiyiniz gün: {elected}</Trans>
        </p>
      )}
      {score !== null && (
        <p>
          <Trans>Komissiyanın orta balı: {score}</Trans>
        </p>
      )}
    </Notice>
  );
}
