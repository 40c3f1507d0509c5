import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Tag } from '../../../design/base/tag.js';
import { Empty } from '../../../design/states/empty.js';
import { type FragmentType, readFragment } from '../../../generated/fragment-masking.js';
import { graphql, type DocumentType } from '../../../generated/gql.js';
import { formatList, formatNumber } from '../../../language/format.js';
import { MemberName, Milliseconds } from './operator-parts.js';
import { fetchKindTerms, outcomeTerms } from './operator-terms.js';

const Run = graphql(`
  fragment Plan_run on GatewayRun {
    ms
    more
    fetches {
      stage
      member
      kind
      types
      entities
      startMs
      ms
      outcome
      attempts
      receivedBytes
      document
    }
  }
`);

type Fetch = DocumentType<typeof Run>['fetches'][number];

/** The plan of a run as a list of stages, each with the requests to members that ran beside each other. */
export function Plan({ run }: { run: FragmentType<typeof Run> }) {
  const { ms, more, fetches } = readFragment(Run, run);
  if (fetches.length === 0) {
    return (
      <Empty>
        <Trans>Heç bir üzvdən soruşulmayıb.</Trans>
      </Empty>
    );
  }
  const stages = [...Map.groupBy(fetches, ({ stage }) => stage)];
  return (
    <div className="grid gap-3">
      <ol className="grid gap-4">
        {stages.map(([stage, beside]) => (
          <li key={stage} className="grid gap-2">
            <p className="text-sm font-semibold text-soft">
              <Trans>Addım {stage}</Trans>
            </p>
            <ul className="grid gap-3 border-l-2 border-line pl-3">
              {beside.map((fetch, index) => (
                <FetchOfPlan key={index} fetch={fetch} wholeMs={ms} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p className="text-soft">
          <Plural value={more} one="Daha # sorğu göstərilmir." other="Daha # sorğu göstərilmir." />
        </p>
      )}
    </div>
  );
}

function FetchOfPlan({ fetch, wholeMs }: { fetch: Fetch; wholeMs: number }) {
  const { t, i18n } = useLingui();
  const { member, kind, types, entities, startMs, ms, outcome, attempts, receivedBytes, document } = fetch;
  const names = formatList(types);
  const kilobytes = formatNumber(receivedBytes / 1024, { maximumFractionDigits: 1 });
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">
          <MemberName member={member} />
        </span>
        <span>{i18n._(fetchKindTerms[kind])}</span>
        <Milliseconds ms={ms} />
        {outcome != null && outcome !== 'OK' && (
          <Tag tone={outcomeTerms[outcome].tone}>{i18n._(outcomeTerms[outcome].term)}</Tag>
        )}
      </div>
      <meter
        className="h-2 w-full max-w-md"
        min={0}
        max={Math.max(wholeMs, 0.1)}
        value={ms ?? 0}
        aria-label={t`Bütün vaxtdan payı`}
      />
      <p className="text-sm text-soft">
        {entities > 0 && (
          <>
            <Trans>
              {names}: {entities}
            </Trans>
            {' · '}
          </>
        )}
        <Trans>
          <Milliseconds ms={startMs} /> sonra başladı
        </Trans>
        {' · '}
        <Trans>{kilobytes} KB</Trans>
        {attempts > 1 && (
          <>
            {' · '}
            <Trans>{attempts} dəfə göndərildi</Trans>
          </>
        )}
      </p>
      {document != null && (
        <details>
          <summary className="min-h-target cursor-pointer py-2.5 text-sm text-accent">
            <Trans>Üzvə göndərilən sorğu</Trans>
          </summary>
          <pre
            className="max-w-full overflow-x-auto rounded-md bg-sunken p-2 text-xs break-words whitespace-pre-wrap"
            tabIndex={0}
          >
            {document}
          </pre>
        </details>
      )}
    </li>
  );
}
