import { Trans, useLingui } from '@lingui/react/macro';
import { Facts } from '../../../design/base/facts.js';
import { Notice } from '../../../design/states/notice.js';
import { formatList, formatMoment } from '../../../language/format.js';
import { categoryTerms } from '../../../language/terms.js';
import { type ReceiptFacts, readReceipt } from './receipt.rule.js';
import type { Verdict } from './statement.rule.js';

/** Whether a statement is genuine, and what it says or what that means. */
export function VerdictNotice({ verdict }: { verdict: Verdict }) {
  switch (verdict.kind) {
    case 'genuine':
      return <Genuine type={verdict.type} payload={verdict.payload} signedAt={verdict.signedAt} />;
    case 'unreadable':
      return (
        <Notice tone="warning" title={<Trans>Bu, qəbz deyil və ya bütöv deyil.</Trans>}>
          <p>
            <Trans>Mətni əvvəldən axıra qədər, olduğu kimi köçürün.</Trans>
          </p>
        </Notice>
      );
    case 'unknown-key':
      return (
        <Notice tone="danger" title={<Trans>Qəbzi Birliyin ofisi imzalamayıb.</Trans>}>
          <p>
            <Trans>Onu kimin yazdığı bilinmir, ona etibar etməyin.</Trans>
          </p>
        </Notice>
      );
    case 'changed':
      return (
        <Notice tone="danger" title={<Trans>Qəbz dəyişdirilib.</Trans>}>
          <p>
            <Trans>İmza bu sözlərə aid deyil, ona etibar etməyin.</Trans>
          </p>
        </Notice>
      );
    case 'out-of-time':
      return (
        <Notice tone="danger" title={<Trans>Qəbzin tarixi imzanın müddətinə düşmür.</Trans>}>
          <p>
            <Trans>Açar həmin vaxt imzalamırdı, ona etibar etməyin.</Trans>
          </p>
        </Notice>
      );
  }
}

function Genuine({ type, payload, signedAt }: { type: string; payload: unknown; signedAt: Date }) {
  const day = formatMoment(signedAt.toISOString(), { time: true });
  const receipt = readReceipt(type, payload);
  return (
    <Notice tone="success" title={<Trans>Həqiqidir: Birliyin ofisi imzalayıb, heç nə dəyişməyib.</Trans>}>
      <p>
        <Trans>İmza vaxtı: {day}</Trans>
      </p>
      {receipt === null ? (
        <p>
          <Trans>Bu, icazə qəbzi deyil, ofisin başqa bəyanatıdır.</Trans>
        </p>
      ) : (
        <Said receipt={receipt} />
      )}
    </Notice>
  );
}

const terms = Object.entries(categoryTerms);

function Said({ receipt }: { receipt: ReceiptFacts }) {
  const { t, i18n } = useLingui();
  const categories = receipt.categories.map((code) => {
    const term = terms.find(([category]) => category === code)?.[1];
    return term === undefined ? code : i18n._(term);
  });
  const isWithdrawn = receipt.event.toUpperCase() === 'WITHDRAWN';
  return (
    <>
      <Facts
        rows={[
          [t`Nə olub`, isWithdrawn ? t`İcazə geri götürülüb` : t`İcazə verilib`],
          [t`Nə vaxt`, receipt.happenedAt === '' ? null : formatMoment(receipt.happenedAt, { time: true })],
          [t`Kim edib`, receipt.byGuardian ? t`valideyn və ya qəyyum` : t`şəxsin özü`],
          [t`Kimə`, receipt.recipient],
          [t`Nə üçün`, receipt.purpose],
          [t`Nəyə icazə verir`, receipt.legalText],
          [t`Hansı məlumat`, formatList(categories)],
          [t`Nə vaxtadək`, receipt.endsAt === null ? t`geri götürülənədək` : formatMoment(receipt.endsAt)],
        ]}
      />
      <p className="text-sm">
        <Trans>Qəbz o vaxt nə olduğunu göstərir. İcazənin indi də qüvvədə olub-olmadığını göstərmir.</Trans>
      </p>
    </>
  );
}
