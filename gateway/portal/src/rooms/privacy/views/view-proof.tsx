import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../design/base/button.js';
import { Facts } from '../../../design/base/facts.js';
import { graphql } from '../../../generated/gql.js';
import { formatNumber } from '../../../language/format.js';
import { definePart } from '../../../page/part.js';
import { saveFile } from '../../../data/save-file.js';

const ViewProofPart = graphql(`
  query ViewProofPart($before: String) @purpose(is: "none") {
    me {
      id
      whoViewedMyData(first: 10, after: $before) {
        nodes {
          id
          proof {
            head
            index
            leaf
            path
            countersignatures
            bundle {
              slot
              path
            }
          }
        }
      }
    }
  }
`);

interface ViewProofProps {
  readonly entryId: string;
  /** The cursor of the row before; null at the beginning of the log. */
  readonly before: string | null;
  readonly fields: readonly string[];
}

/** The proof that a row stands in the signed log, for those who want it: it is fetched when it is opened. */
export function ViewProof(props: ViewProofProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-target cursor-pointer items-center text-sm text-soft underline underline-offset-4">
        <Trans>Bu sətrin sübutu</Trans>
      </summary>
      {isOpen && <ProofOfRow {...props} />}
    </details>
  );
}

const ProofOfRow = definePart({
  document: ViewProofPart,
  variables: ({ before }: ViewProofProps) => ({ before }),
  Component: function ProofContent({ answer, entryId, fields }) {
    const proof = answer.data.me?.whoViewedMyData?.nodes.find(({ id }) => id === entryId)?.proof;
    if (proof == null)
      return (
        <p className="text-sm text-soft">
          <Trans>Sətir hələ imzalanmayıb. Bir dəqiqədən sonra baxın.</Trans>
        </p>
      );
    return (
      <div className="grid justify-items-start gap-2 text-sm">
        <p>
          <Trans>
            Jurnal imzalanır və üzvlərdə də saxlanılır: bu sətri heç kim sizdən xəbərsiz silə və ya dəyişə bilməz.
          </Trans>
        </p>
        <Facts
          rows={[
            [<Trans key="index">Jurnalda yeri</Trans>, formatNumber(proof.index)],
            [<Trans key="signers">İmza edən üzvlər</Trans>, formatNumber(proof.countersignatures.length)],
            [<Trans key="fields">Soruşulan sahələr</Trans>, <code key="names">{fields.join(', ')}</code>],
          ]}
        />
        <Button
          variant="secondary"
          onPress={() => saveFile('birlik-baxis-subutu.json', 'application/json', JSON.stringify(proof, null, 2))}
        >
          <Trans>Sübutu endir</Trans>
        </Button>
      </div>
    );
  },
});
