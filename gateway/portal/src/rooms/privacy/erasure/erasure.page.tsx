import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { readFragment } from '../../../generated/fragment-masking.js';
import { graphql } from '../../../generated/gql.js';
import { definePage } from '../../../page/page.js';
import { PageHead } from '../places/page-head.js';
import { PrivacyPlaces } from '../places/privacy-places.js';
import { AskErasure } from './ask-erasure.js';
import { ErasureOfPerson, ErasureState } from './erasure-state.js';
import { KeptData } from './kept-data.js';

const ErasurePage = graphql(`
  query ErasurePage($ward: ID) @purpose(is: "none") {
    myErasure(onBehalfOf: $ward) {
      ...ErasureOfPerson
    }
    myDataExport(onBehalfOf: $ward) {
      registry {
        ...HeldSection
      }
      university {
        ...HeldSection
      }
      asanSchool {
        ...HeldSection
      }
      union {
        ...HeldSection
      }
      alumni {
        ...HeldSection
      }
      creative {
        ...HeldSection
      }
      center {
        ...HeldSection
      }
    }
  }
`);

/** What an erasure takes and leaves, the request, its delay and what became of it. An address may name the minor whom it concerns. */
export const page = definePage({
  document: ErasurePage,
  variables: ({ search }) => ({ ward: search['for'] }),
  title: msg`Məlumatımı sil`,
  Component: function Erasure({ answer, search }) {
    const request = readFragment(ErasureOfPerson, answer.data.myErasure ?? null);
    const ward = search['for'] ?? null;
    return (
      <div className="grid gap-10">
        <PageHead
          title={ward === null ? <Trans>Məlumatımı sil</Trans> : <Trans>Himayənizdəki şəxsin məlumatını sil</Trans>}
        >
          <Trans>
            Silinmə bütün üzvlərdə olur və geri qaytarılmır. Qanunla saxlanılmalı olan qalır, səbəbi aşağıdadır.
          </Trans>
        </PageHead>
        {request !== null && <ErasureState request={request} ward={ward} onChanged={answer.reload} />}
        <KeptData answer={answer} />
        {request === null && <AskErasure ward={ward} onAsked={answer.reload} />}
        <PrivacyPlaces />
      </div>
    );
  },
});
