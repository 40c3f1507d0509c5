import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Fragment, useState } from 'react';
import { saveFile } from '../../../data/save-file.js';
import { Button } from '../../../design/base/button.js';
import { FileButton } from '../../../design/form/file-button.js';
import { Notice } from '../../../design/states/notice.js';
import { formatList } from '../../../language/format.js';
import { defineStaticPage } from '../../../page/page.js';
import { csvText } from '../csv-text.js';
import { type CsvTable, readCsv } from '../csv-table.js';
import { purposePage } from '../purpose/officer-page.js';
import { ImportReport } from './import-report.js';
import { linesOf, missingColumns, recordColumns } from './record-lines.rule.js';
import { columnTerms } from './record-terms.js';

const heading = msg`Fayldan əlavə et`;

/** A file that was chosen, the so-manieth; its table is null when it is no CSV. */
interface ChosenFile {
  readonly number: number;
  readonly name: string;
  readonly table: CsvTable | null;
}

/** Sends the records of a file: each line is looked at before, and reported after. */
export const page = purposePage(defineStaticPage(heading, Import), heading, Fragment);

function Import() {
  const { i18n } = useLingui();
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const table = chosen?.table ?? null;
  const choose = async (file: File) => {
    const { name } = file;
    const number = (chosen?.number ?? 0) + 1;
    try {
      setChosen({ number, name, table: readCsv(await file.text()) });
    } catch {
      setChosen({ number, name, table: null });
    }
  };
  const missing = table === null ? [] : missingColumns(table);
  const needed = formatList(
    recordColumns.filter(({ isNeeded }) => isNeeded).map(({ field }) => i18n._(columnTerms[field])),
  );
  const others = formatList(
    recordColumns.filter(({ isNeeded }) => !isNeeded).map(({ field }) => i18n._(columnTerms[field])),
  );
  const lacking = formatList(missing.map(({ field }) => i18n._(columnTerms[field])));
  return (
    <div className="grid gap-6">
      <h1>
        <Trans>Fayldan əlavə et</Trans>
      </h1>
      <div className="grid max-w-2xl justify-items-start gap-3">
        <p>
          <Trans>CSV faylı: birinci sətirdə sütunların adı, hər sətirdə bir şəxs.</Trans>
        </p>
        <ul className="list-disc pl-5">
          <li>
            <Trans>Mütləq: {needed}</Trans>
          </li>
          <li>
            <Trans>Varsa: {others}</Trans>
          </li>
        </ul>
        <Button
          variant="quiet"
          onPress={() =>
            saveFile('birlik.csv', 'text/csv', csvText([recordColumns.map(({ field }) => i18n._(columnTerms[field]))]))
          }
        >
          <Trans>Boş nümunəni yüklə</Trans>
        </Button>
        <div className="flex max-w-full flex-wrap items-center gap-3">
          <FileButton accept=".csv,text/csv" onChoose={(file) => void choose(file)}>
            <Trans>CSV faylını seç</Trans>
          </FileButton>
          {chosen !== null && <span className="wrap-anywhere">{chosen.name}</span>}
        </div>
      </div>
      {chosen !== null && table === null && (
        <Notice tone="danger" role="alert" title={<Trans>Bu fayl CSV kimi oxunmur.</Trans>}>
          <p>
            <Trans>Dırnaqların bağlandığını yoxlayın, yaxud cədvəli yenidən CSV kimi saxlayın.</Trans>
          </p>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice tone="danger" role="alert" title={<Trans>Faylda sütun çatışmır: {lacking}</Trans>} />
      )}
      {table !== null && missing.length === 0 && <ImportReport key={chosen?.number} lines={linesOf(table)} />}
    </div>
  );
}
