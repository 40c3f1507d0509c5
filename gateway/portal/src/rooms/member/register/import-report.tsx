import { useLingui } from '@lingui/react';
import { Plural, Trans, useLingui as useWords } from '@lingui/react/macro';
import { useState } from 'react';
import { saveFile } from '../../../data/save-file.js';
import { useAction } from '../../../data/action.js';
import { Button } from '../../../design/base/button.js';
import { Tag } from '../../../design/base/tag.js';
import { ProblemSummary } from '../../../design/form/form.js';
import { Notice } from '../../../design/states/notice.js';
import { DataTable } from '../../../design/table/data-table.js';
import { graphql } from '../../../generated/gql.js';
import { formatNumber } from '../../../language/format.js';
import { csvText } from '../csv-text.js';
import type { RecordLine } from './record-lines.rule.js';
import { faultTerms } from './record-terms.js';

const SubmitSourceRecords = graphql(`
  mutation SubmitSourceRecords($records: [SourceRecordInput!]!) @purpose(is: "stated") {
    submitSourceRecords(records: $records) {
      ... on SourceRecord {
        localKey
        state
      }
      ... on Problem {
        code
        message
      }
    }
  }
`);

/** How many records go in one call. */
const batch = 100;

/** How many lines are shown; the file of the report has all. */
const mostShown = 50;

/** What becomes of each line: what is wrong with it before, and what the registry says after. */
export function ImportReport({ lines }: { lines: readonly RecordLine[] }) {
  const { i18n } = useLingui();
  const { t } = useWords();
  const [submit, state] = useAction(SubmitSourceRecords);
  const [answers, setAnswers] = useState<ReadonlyMap<number, string | null>>(new Map());
  const good = lines.filter(({ fault }) => fault === null);
  const bad = lines.length - good.length;
  const waiting = good.filter(({ number }) => !answers.has(number));
  const taken = [...answers.values()].filter((problem) => problem === null).length;

  const send = async () => {
    for (let start = 0; start < waiting.length; start += batch) {
      const part = waiting.slice(start, start + batch);
      const answer = await submit({ records: part.map(({ record }) => record) });
      if (answer === null) return;
      const said = part.map(({ number }, index) => {
        const result = answer.submitSourceRecords[index];
        return [number, result !== undefined && 'message' in result ? result.message : null] as const;
      });
      setAnswers((known) => new Map([...known, ...said]));
    }
  };

  const outcomeOf = ({ number, fault }: RecordLine): string => {
    if (fault !== null) return i18n._(faultTerms[fault]);
    const answer = answers.get(number);
    return answer === undefined ? t`göndərilməyə hazırdır` : (answer ?? t`qəbul edildi`);
  };
  const isRefused = ({ number, fault }: RecordLine) => fault !== null || (answers.get(number) ?? null) !== null;
  const shown = lines.toSorted((one, other) => Number(isRefused(other)) - Number(isRefused(one))).slice(0, mostShown);

  return (
    <section className="grid gap-4">
      <h2>
        <Trans>Hesabat</Trans>
      </h2>
      <ProblemSummary state={state} />
      {answers.size > 0 && (
        <Notice
          tone={waiting.length === 0 && taken === good.length ? 'success' : 'warning'}
          role="status"
          title={<Plural value={taken} one="# qeyd qəbul edildi" other="# qeyd qəbul edildi" />}
        />
      )}
      <p>
        <Plural value={good.length} one="# sətir düzgündür" other="# sətir düzgündür" />
        {bad > 0 && (
          <>
            , <Plural value={bad} one="# sətir düzəlməlidir" other="# sətir düzəlməlidir" />
          </>
        )}
      </p>
      <div className="flex flex-wrap gap-3">
        {waiting.length > 0 && (
          <Button isPending={state.running} onPress={() => void send()}>
            <Plural value={waiting.length} one="# sətri göndər" other="# sətri göndər" />
          </Button>
        )}
        <Button
          variant="secondary"
          onPress={() =>
            saveFile(
              'birlik.csv',
              'text/csv',
              csvText([
                [t`Sətir`, t`Nömrə`, t`Nəticə`],
                ...lines.map((line) => [String(line.number), line.record.localKey ?? '', outcomeOf(line)]),
              ]),
            )
          }
        >
          <Trans>Hesabatı yüklə</Trans>
        </Button>
      </div>
      {state.running && (
        <label className="grid max-w-md gap-1 text-sm">
          <Trans>Göndərilir…</Trans>
          <progress value={answers.size} max={good.length} className="w-full accent-accent" />
        </label>
      )}
      <DataTable
        caption={t`Hesabat`}
        rows={shown}
        keyOf={({ number }) => String(number)}
        columns={[
          { key: 'line', title: <Trans>Sətir</Trans>, cell: ({ number }) => formatNumber(number) },
          { key: 'key', title: <Trans>Nömrə</Trans>, cell: ({ record }) => record.localKey ?? '–' },
          {
            key: 'name',
            title: <Trans>Ad</Trans>,
            cell: ({ record }) => [record.givenName, record.familyName].filter(Boolean).join(' '),
          },
          {
            key: 'outcome',
            title: <Trans>Nəticə</Trans>,
            cell: (line) => (
              <Tag tone={isRefused(line) ? 'danger' : answers.has(line.number) ? 'success' : 'neutral'}>
                {outcomeOf(line)}
              </Tag>
            ),
          },
        ]}
      />
      {lines.length > shown.length && (
        <p className="text-soft">
          <Trans>Qalan sətirlər yüklənən hesabatdadır.</Trans>
        </p>
      )}
    </section>
  );
}
