import { Trans } from '@lingui/react/macro';
import { Notice } from '../../../design/states/notice.js';
import { graphql } from '../../../generated/gql.js';
import { formatMoment } from '../../../language/format.js';
import { definePart } from '../../../page/part.js';

const EmergencyByCode = graphql(`
  query EmergencyByCode($code: String!) @purpose(is: "none") {
    emergencyByCode(code: $code) {
      id
      event
      isDrill
      endsAt
    }
  }
`);

/** What has happened, of the emergency whose link was opened; or that it is over. */
export const EmergencyNews = definePart({
  document: EmergencyByCode,
  variables: ({ code }: { readonly code: string }) => ({ code }),
  Component: function News({ answer }) {
    const { emergencyByCode: news } = answer.data;
    if (news == null) {
      return answer.errors.length > 0 ? (
        <Notice
          tone="warning"
          title={<Trans>Platforma hazırda cavab vermir. Xəbəriniz bu cihazda gözləyəcək və sonra göndəriləcək.</Trans>}
        />
      ) : (
        <Notice tone="warning" title={<Trans>Bu keçid işləmir: fövqəladə hal bitib, ya da keçid tam deyil.</Trans>} />
      );
    }
    const end = formatMoment(news.endsAt, { time: true });
    return (
      <div className="grid gap-2">
        {news.isDrill && <Notice tone="info" title={<Trans>Bu, təlimdir: heç nə baş verməyib.</Trans>} />}
        <p className="text-lg font-semibold">{news.event}</p>
        <p className="text-soft">
          <Trans>Yazdığınız yer və əlaqə fövqəladə hal bağlananda silinir, ən geci {end}.</Trans>
        </p>
      </div>
    );
  },
});
