import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '../../../design/base/link.js';
import { compareText, formatCountry, formatList } from '../../../language/format.js';
import { circlePlaces, linksBetween } from './cooperation-network.rule.js';

interface CooperationNetworkProps {
  /** Codes of the countries that are members of the center. */
  readonly members: readonly string[];
  /** The countries of each agreement. */
  readonly agreements: readonly (readonly string[])[];
  /** The countries of each joint project. */
  readonly projects: readonly (readonly string[])[];
}

const size = 340;

/** Who works with whom, as a picture and as a list. */
export function CooperationNetwork({ members, agreements, projects }: CooperationNetworkProps) {
  const { t } = useLingui();
  const codes = [...new Set([...members, ...agreements.flat(), ...projects.flat()])];
  const sorted = codes.toSorted((one, other) => compareText(formatCountry(one), formatCountry(other)));
  const places = circlePlaces(sorted, size);
  const lines = [
    ...linksBetween(projects).map((link) => ({ ...link, isAgreement: false })),
    ...linksBetween(agreements).map((link) => ({ ...link, isAgreement: true })),
  ];
  return (
    <div className="grid items-center gap-6 md:grid-cols-2">
      <figure className="grid gap-2">
        <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t`Ölkələrin sazişləri və birgə layihələri`}>
          {lines.map(({ from, to, isAgreement }) => {
            const [start, end] = [places.get(from), places.get(to)];
            return (
              <line
                key={`${from}-${to}-${isAgreement}`}
                x1={start?.x}
                y1={start?.y}
                x2={end?.x}
                y2={end?.y}
                stroke="currentColor"
                strokeWidth={isAgreement ? 4 : 2}
                strokeDasharray={isAgreement ? undefined : '6 5'}
                className={isAgreement ? 'text-accent' : 'text-line-strong'}
              />
            );
          })}
          {sorted.map((code) => {
            const place = places.get(code);
            return (
              <g key={code}>
                <circle cx={place?.x} cy={place?.y} r="8" className="fill-accent stroke-surface" strokeWidth="2" />
                <text
                  x={place?.x}
                  y={(place?.y ?? 0) + (place?.isBelow ? 26 : -16)}
                  textAnchor="middle"
                  fontSize="13"
                  paintOrder="stroke"
                  strokeWidth="5"
                  strokeLinejoin="round"
                  className="fill-ink stroke-surface"
                >
                  {formatCountry(code)}
                </text>
              </g>
            );
          })}
        </svg>
        <figcaption className="text-sm text-soft">
          <Trans>Qalın xətt: saziş. Qırıq xətt: birgə layihə.</Trans>
        </figcaption>
      </figure>
      <ul className="grid gap-3">
        {sorted.map((code) => {
          const partners = [
            ...new Set(
              lines.flatMap(({ from, to }) => (from === code ? [to] : to === code ? [from] : [])).map(formatCountry),
            ),
          ];
          const names = formatList(partners.toSorted(compareText));
          return (
            <li key={code}>
              <Link to={`/countries/${code}`}>{formatCountry(code)}</Link>
              <span className="block text-sm text-soft">
                {partners.length > 0 ? <Trans>Birlikdə: {names}</Trans> : <Trans>Hələ saziş və layihə yoxdur</Trans>}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
