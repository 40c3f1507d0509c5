import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { ButtonLink } from '../../../design/base/link.js';
import { Form, ProblemSummary } from '../../../design/form/form.js';
import { Select } from '../../../design/form/select.js';
import { Notice } from '../../../design/states/notice.js';
import { SilentMembers } from '../../../design/states/silent-members.js';
import { readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import type { OwnSearchCardFragment, PublishSearchCardInput } from '../../../generated/graphql.js';
import { definePart } from '../../../page/part.js';
import type { ChoosableOrganization } from '../permissions/organization-choice.js';
import { AudienceChoice } from './audience-choice.js';
import { CardFacets } from './card-facets.js';
import { FacetChoice } from './facet-choice.js';
import {
  audienceOf,
  type CardAudience,
  type CardFacet,
  cardInput,
  PublishCard,
  SearchCardFace,
} from './search-card.js';

const SearchCardOfferPart = graphql(`
  query SearchCardOfferPart($statements: [String!]) @purpose(is: "none") {
    me {
      id
      searchCardOffer(statements: $statements) {
        facets {
          facet
          value
          label
          ownStatement
          statedOn
          source {
            id
            name
          }
        }
      }
    }
  }
`);

const SearchCardPreviewPart = graphql(`
  query SearchCardPreviewPart($input: PublishSearchCardInput!) @purpose(is: "none") {
    me {
      id
      searchCardPreview(input: $input) {
        ...SearchCardFace
      }
    }
  }
`);

interface CardEditorProps {
  readonly statements: readonly string[];
  readonly cards: readonly OwnSearchCardFragment[];
  readonly purposes: readonly { readonly code: string; readonly name: string; readonly legalText: string }[];
  readonly organizations: readonly ChoosableOrganization[];
  readonly chosenPurpose: string;
}

const nobody: CardAudience = { everybody: false, kinds: [], organizations: [] };

/** For what, by whom, with what; then the card as others will see it; then the yes. */
export const CardEditor = definePart({
  document: SearchCardOfferPart,
  variables: ({ statements }: CardEditorProps) => ({ statements: [...statements] }),
  Component: function EditorOfCard({ answer, statements, cards, purposes, organizations, chosenPurpose }) {
    const { t } = useLingui();
    const [purposeCode, setPurposeCode] = useState(chosenPurpose);
    const existing = cards.find(({ purpose }) => purpose === purposeCode);
    const [facets, setFacets] = useState<readonly CardFacet[]>(() =>
      existing === undefined ? [] : readFragment(SearchCardFace, existing.asOthersSee).facets,
    );
    const [audience, setAudience] = useState(existing === undefined ? nobody : audienceOf(existing));
    const [reviewed, setReviewed] = useState<PublishSearchCardInput | null>(null);
    const [isTried, setTried] = useState(false);
    const purpose = purposes.find(({ code }) => code === purposeCode);
    const isForNobody = !audience.everybody && audience.kinds.length + audience.organizations.length === 0;
    const missing =
      (purpose === undefined && t`Məqsədi seçin.`) ||
      (isForNobody && t`Kartı kimin tapacağını seçin.`) ||
      (facets.length === 0 && t`Karta ən azı bir şey yazın.`) ||
      null;
    const review = () => {
      setTried(true);
      if (missing === null) setReviewed(cardInput(purposeCode, audience, facets, statements));
    };
    if (reviewed !== null) return <CardReview input={reviewed} onBack={() => setReviewed(null)} />;
    return (
      <Form
        submit={<Trans>Necə görünəcəyinə bax</Trans>}
        state={{ running: false, problem: null, requestId: '' }}
        onSubmit={review}
        aside={
          <ButtonLink variant="quiet" to="/me/card">
            <Trans>Fikrimi dəyişdim</Trans>
          </ButtonLink>
        }
      >
        <Select
          label={t`Nə üçün tapılmaq istəyirsiniz`}
          value={purposeCode}
          onChange={setPurposeCode}
          {...(purpose !== undefined && { hint: purpose.legalText })}
          options={[
            { value: '', text: t`Məqsədi seçin` },
            ...purposes.map(({ code, name }) => ({ value: code, text: name })),
          ]}
        />
        {existing !== undefined && existing.purpose !== chosenPurpose && (
          <Notice tone="info" title={<Trans>Bu məqsəd üçün kartınız var</Trans>}>
            <p>
              <Trans>Yeni kart onun yerinə keçəcək.</Trans>
            </p>
          </Notice>
        )}
        <AudienceChoice audience={audience} organizations={organizations} onChange={setAudience} />
        <SilentMembers answer={answer} />
        <FacetChoice offer={answer.data.me?.searchCardOffer?.facets ?? null} facets={facets} onChange={setFacets} />
        {isTried && missing !== null && (
          <p role="alert" className="font-semibold text-danger">
            {missing}
          </p>
        )}
      </Form>
    );
  },
});

const CardReview = definePart({
  document: SearchCardPreviewPart,
  variables: ({ input }: { input: PublishSearchCardInput; onBack: () => void }) => ({ input }),
  Component: function ReviewOfCard({ answer, input, onBack }) {
    const [publish, state] = useAction(PublishCard);
    const [isDone, setDone] = useState(false);
    const preview = answer.data.me?.searchCardPreview;
    if (isDone)
      return (
        <Notice tone="success" role="status" title={<Trans>Kart dərc edildi</Trans>}>
          <p>
            <Trans>Seçdiyiniz təşkilatlar sizi indi tapa bilər.</Trans>
          </p>
          <ButtonLink to="/me/card">
            <Trans>Kartlarıma bax</Trans>
          </ButtonLink>
        </Notice>
      );
    return (
      <section className="grid max-w-xl gap-4">
        <h2>
          <Trans>Başqaları sizi belə görəcək</Trans>
        </h2>
        {preview == null ? (
          <Notice tone="danger" role="alert" title={answer.errors[0]?.message}>
            <p>
              <Trans>Yazdıqlarınız qalır: geri qayıdıb düzəldin.</Trans>
            </p>
          </Notice>
        ) : (
          <div className="rounded-xl border border-line bg-sunken p-4">
            <CardFacets facets={readFragment(SearchCardFace, preview).facets} />
          </div>
        )}
        <p className="text-soft">
          <Trans>
            Adınız və əlaqəniz kartda yoxdur: onları yalnız icazəniz və ya bağlılığınız olan təşkilat görür.
          </Trans>
        </p>
        <ProblemSummary state={state} />
        <div className="flex flex-wrap gap-3">
          {preview != null && (
            <Button
              isPending={state.running}
              onPress={() => void publish({ input }).then((result) => setDone(result !== null))}
            >
              <Trans>Kartı dərc et</Trans>
            </Button>
          )}
          <Button variant="secondary" onPress={onBack}>
            <Trans>Geri, düzəldim</Trans>
          </Button>
        </div>
      </section>
    );
  },
});
