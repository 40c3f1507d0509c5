import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { sectionOf } from '../../../data/answer.js';
import { Card } from '../../../design/base/card.js';
import { Link } from '../../../design/base/link.js';
import { Select } from '../../../design/form/select.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { compareText, formatCountry, formatMoment } from '../../../language/format.js';
import { definePage } from '../../../page/page.js';
import { useViewer } from '../../../viewer/viewer.js';
import { SourceNote } from '../source/source-note.js';
import { ArticleText } from './article-text.js';

const InformationPage = graphql(`
  query InformationPage($countryCode: CountryCode) @purpose(is: "none") {
    alumniEvents(first: 20, countryCode: $countryCode) {
      nodes {
        id
        title
        body
        language
        place
        startsAt
        organization {
          id
          name
        }
        source {
          ...SourceNote_source
        }
      }
    }
    news: alumniArticles(first: 20, kind: NEWS, countryCode: $countryCode) {
      nodes {
        id
        ...ArticleText_article
      }
    }
    guides: alumniArticles(first: 20, kind: GUIDE, countryCode: $countryCode) {
      nodes {
        id
        ...ArticleText_article
      }
    }
    alumniAssociations(first: 50) {
      nodes {
        id
        countries {
          code
        }
      }
    }
  }
`);

/** What people abroad have to know, by country: events, news and guides. */
export const page = definePage({
  document: InformationPage,
  variables: ({ search }) => ({ countryCode: search['country'] ?? null }),
  title: msg`Xəbərlər, bələdçilər, tədbirlər`,
  Component: function Information({ answer, search }) {
    const { t } = useLingui();
    const navigate = useNavigate();
    const viewer = useViewer();
    const codes = (answer.data.alumniAssociations?.nodes ?? [])
      .flatMap(({ countries }) => countries ?? [])
      .map(({ code }) => code);
    const shared = {
      owner: <Trans>Məzunlar platforması</Trans>,
      empty: (
        <Empty>
          <Trans>Bu seçimlə hələ heç nə dərc olunmayıb.</Trans>
        </Empty>
      ),
      onRetry: answer.reload,
    };
    return (
      <div className="grid max-w-3xl gap-8">
        <div className="grid gap-4">
          <h1>
            <Trans>Xəbərlər, bələdçilər, tədbirlər</Trans>
          </h1>
          {viewer.kind === 'staff' && (
            <p>
              <Link to="/publishing">
                <Trans>Dərc</Trans>
              </Link>
            </p>
          )}
          <Select
            label={t`Ölkə`}
            value={search['country'] ?? ''}
            onChange={(country) =>
              void navigate({ to: '/abroad/news', search: country === '' ? {} : { country }, resetScroll: false })
            }
            options={[
              { value: '', text: t`Bütün ölkələr` },
              ...[...new Set(codes)]
                .map((code) => ({ value: code, text: formatCountry(code) }))
                .toSorted((one, other) => compareText(one.text, other.text)),
            ]}
          />
        </div>
        <PageSection
          {...shared}
          title={<Trans>Tədbirlər</Trans>}
          of={sectionOf<typeof answer.data.alumniEvents>(answer, ['alumniEvents'])}
        >
          {({ nodes }) => (
            <div className="grid gap-4">
              {nodes.map((event) => (
                <Card key={event.id}>
                  <h3 className="text-lg font-semibold break-words">{event.title}</h3>
                  <p className="text-soft">
                    {[
                      formatMoment(event.startsAt, { weekday: true, time: true }),
                      event.place,
                      event.organization?.name,
                    ]
                      .filter((part) => part != null)
                      .join(' · ')}
                  </p>
                  <p className="whitespace-pre-line">{event.body}</p>
                  <SourceNote source={event.source} />
                </Card>
              ))}
              {viewer.kind !== 'staff' && (
                <p>
                  <Link to="/me/events">
                    <Trans>Tədbirə cavab ver</Trans>
                  </Link>
                </p>
              )}
            </div>
          )}
        </PageSection>
        <PageSection
          {...shared}
          title={<Trans>Xəbərlər</Trans>}
          of={sectionOf<typeof answer.data.news>(answer, ['news'])}
        >
          {({ nodes }) => (
            <div className="grid gap-4">
              {nodes.map((article) => (
                <ArticleText key={article.id} article={article} />
              ))}
            </div>
          )}
        </PageSection>
        <PageSection
          {...shared}
          title={<Trans>Bələdçilər</Trans>}
          of={sectionOf<typeof answer.data.guides>(answer, ['guides'])}
        >
          {({ nodes }) => (
            <div className="grid gap-4">
              {nodes.map((article) => (
                <ArticleText key={article.id} article={article} />
              ))}
            </div>
          )}
        </PageSection>
      </div>
    );
  },
});
