import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { definePage } from '../../../page/page.js';
import { useAction } from '../../../data/action.js';
import { Link } from '../../../design/base/link.js';
import { Field } from '../../../design/form/field.js';
import { Form } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { LoneState } from '../../../design/states/lone-state.js';
import { Unreachable } from '../../../design/states/unreachable.js';
import type { OrganizationKind } from '../../../generated/codes.js';
import { graphql } from '../../../generated/gql.js';
import { compareText, formatCountry } from '../../../language/format.js';
import { organizationKindTerms } from '../../../language/terms.js';

const RegisterOrganizationPage = graphql(`
  query RegisterOrganizationPage @purpose(is: "none") {
    countries {
      code
    }
    issuers {
      issuer
      withdrawnAt
    }
  }
`);

const RegisterOrganization = graphql(`
  mutation RegisterOrganization($input: RegisterOrganizationInput!) @purpose(is: "none") {
    registerOrganization(input: $input) {
      ... on Organization {
        id
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

const kinds = (Object.keys(organizationKindTerms) as OrganizationKind[]).filter((kind) => kind !== 'REGISTRY');

/** Enters an organisation in the register; accreditation is a step of its own. */
export const page = definePage({
  document: RegisterOrganizationPage,
  title: msg`Yeni təşkilat`,
  Component: function RegisterOrganizationForm({ answer }) {
    const { i18n } = useLingui();
    const navigate = useNavigate();
    const [register, state] = useAction(RegisterOrganization);
    const issuers = (answer.data.issuers ?? []).filter(({ withdrawnAt }) => withdrawnAt === null);
    const [kind, setKind] = useState<OrganizationKind>('MEMBER_ORGANIZATION');
    const [names, setNames] = useState({ az: '', en: '', ru: '', tr: '' });
    const [countryCode, setCountryCode] = useState('AZ');
    const [issuer, setIssuer] = useState(issuers[0]?.issuer ?? '');
    const countries = (answer.data.countries ?? [])
      .map(({ code }) => ({ value: code, text: formatCountry(code) }))
      .toSorted((one, other) => compareText(one.text, other.text));
    const submit = async () => {
      const result = await register({
        input: {
          kind,
          countryCode,
          issuer,
          nameAz: names.az,
          nameEn: names.en || null,
          nameRu: names.ru || null,
          nameTr: names.tr || null,
        },
      });
      const organization = result?.registerOrganization;
      if (organization?.__typename === 'Organization')
        await navigate({ to: '/office/organizations/$id', params: { id: organization.id } });
    };
    if (answer.data.countries == null || answer.data.issuers == null)
      return (
        <LoneState title={<Trans>Təşkilatı reyestrə yaz</Trans>}>
          <Unreachable member={<Trans>Birliyin ofisi</Trans>} onRetry={answer.reload} />
        </LoneState>
      );
    return (
      <div className="grid gap-6">
        <div className="grid max-w-2xl gap-2">
          <Link to="/office/organizations">
            <Trans>Təşkilatlar</Trans>
          </Link>
          <h1>
            <Trans>Təşkilatı reyestrə yaz</Trans>
          </h1>
          <p className="text-soft">
            <Trans>
              Təşkilat reyestrə yazılanda hələ heç nə oxumur: əvvəlcə məsul şəxsi təyin edin, sonra akkreditə edin.
            </Trans>
          </p>
        </div>
        <Form submit={<Trans>Reyestrə yaz</Trans>} state={state} onSubmit={() => void submit()}>
          <Field
            label={<Trans>Azərbaycanca adı</Trans>}
            name="name-az"
            isRequired
            value={names.az}
            onChange={(az) => setNames({ ...names, az })}
          />
          <Field
            label={<Trans>İngiliscə adı</Trans>}
            hint={<Trans>Boş qalsa, azərbaycanca göstərilir</Trans>}
            name="name-en"
            value={names.en}
            onChange={(en) => setNames({ ...names, en })}
          />
          <Field
            label={<Trans>Rusca adı</Trans>}
            name="name-ru"
            value={names.ru}
            onChange={(ru) => setNames({ ...names, ru })}
          />
          <Field
            label={<Trans>Türkcə adı</Trans>}
            name="name-tr"
            value={names.tr}
            onChange={(tr) => setNames({ ...names, tr })}
          />
          <Select
            label={<Trans>Növü</Trans>}
            hint={<Trans>Hansı məqsədləri göstərə biləcəyi buna bağlıdır</Trans>}
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, text: i18n._(organizationKindTerms[value]) }))}
          />
          <Select label={<Trans>Ölkə</Trans>} value={countryCode} onChange={setCountryCode} options={countries} />
          <Select
            label={<Trans>Giriş xidməti</Trans>}
            hint={<Trans>Təşkilatın adından yalnız bu xidmətlə daxil olanlar çıxış edir</Trans>}
            value={issuer}
            onChange={setIssuer}
            options={issuers.map((known) => ({ value: known.issuer, text: known.issuer }))}
          />
        </Form>
      </div>
    );
  },
});
