import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sectionOf } from '../../../data/answer.js';
import { Disclosure } from '../../../design/base/disclosure.js';
import { Link } from '../../../design/base/link.js';
import { Empty } from '../../../design/states/empty.js';
import { PageSection } from '../../../design/states/section.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { officerPage, organizationKey } from '../purpose/officer-page.js';
import { ArticleForm } from './article-form.js';
import { EventForm } from './event-form.js';
import { OwnArticle } from './own-article.js';
import { OwnEvent } from './own-event.js';

const PublishingPage = graphql(`
  query PublishingPage @purpose(is: "none") {
    ownAlumniEvents(first: 20) {
      nodes {
        id
        ...OwnEvent_event
      }
    }
    alumniArticles(first: 100) {
      nodes {
        id
        organization {
          id
        }
        ...OwnArticle_article
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

/** What the platform or an association makes known: news, guides and events. */
export const page = officerPage(
  definePage({
    document: PublishingPage,
    title: msg`Dərc`,
    Component: function Publishing({ answer, params }) {
      const codes = [
        ...new Set(
          (answer.data.alumniAssociations?.nodes ?? [])
            .flatMap(({ countries }) => countries ?? [])
            .map(({ code }) => code),
        ),
      ];
      const articles = (answer.data.alumniArticles?.nodes ?? []).filter(
        ({ organization }) => organization?.id === params[organizationKey],
      );
      const seen = sectionOf<typeof answer.data.alumniArticles>(answer, ['alumniArticles']);
      return (
        <div className="grid max-w-3xl gap-8">
          <div className="grid gap-1">
            <h1>
              <Trans>Dərc</Trans>
            </h1>
            <p className="text-soft">
              <Trans>Burada platforma və onun birlikləri xaricdəki tələbə və məzunlara xəbər verir.</Trans>
            </p>
            <p>
              <Link to="/abroad/news">
                <Trans>Xəbərlər, bələdçilər, tədbirlər</Trans>
              </Link>
            </p>
          </div>
          <section className="grid gap-2">
            <h2>
              <Trans>Yeni dərc</Trans>
            </h2>
            <Disclosure label={<Trans>Xəbər və ya bələdçi yaz</Trans>}>
              <ArticleForm codes={codes} onSaved={answer.reload} />
            </Disclosure>
            <Disclosure label={<Trans>Tədbir planla</Trans>}>
              <EventForm codes={codes} onSaved={answer.reload} />
            </Disclosure>
          </section>
          <PageSection
            title={<Trans>Tədbirlərimiz</Trans>}
            of={sectionOf<typeof answer.data.ownAlumniEvents>(answer, ['ownAlumniEvents'])}
            owner={<Trans>Məzunlar platforması</Trans>}
            empty={
              <Empty>
                <Trans>Təşkilatınız hələ tədbir planlamayıb.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {({ nodes }) => (
              <div className="grid gap-4">
                {nodes.map((event) => (
                  <OwnEvent key={event.id} event={event} codes={codes} onChanged={answer.reload} />
                ))}
              </div>
            )}
          </PageSection>
          <PageSection
            title={<Trans>Xəbər və bələdçilərimiz</Trans>}
            of={seen.kind === 'data' && articles.length === 0 ? { kind: 'empty' } : seen}
            owner={<Trans>Məzunlar platforması</Trans>}
            empty={
              <Empty>
                <Trans>Təşkilatınız hələ heç nə dərc etməyib.</Trans>
              </Empty>
            }
            onRetry={answer.reload}
          >
            {() => (
              <div className="grid gap-4">
                {articles.map((article) => (
                  <OwnArticle key={article.id} article={article} codes={codes} onChanged={answer.reload} />
                ))}
              </div>
            )}
          </PageSection>
        </div>
      );
    },
  }),
);
