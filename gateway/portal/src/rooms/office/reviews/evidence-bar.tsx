import { formatNumber } from '../../../language/format.js';

/** So many bits fill half of the bar; more is not told apart by eye. */
const mostBits = 20;
const half = 40;

/** How much a value speaks for one person, to the right, or against, to the left. */
export function EvidenceBar({ weight }: { weight: number }) {
  const width = (Math.min(Math.abs(weight), mostBits) / mostBits) * half;
  return (
    <span className="flex items-center gap-2 max-sm:justify-end">
      <span className="w-14 text-right whitespace-nowrap tabular-nums">
        {formatNumber(weight, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })}
      </span>
      <svg aria-hidden viewBox="0 0 80 12" className="h-3 w-20 shrink-0">
        <rect
          x={weight < 0 ? half - width : half}
          y="2"
          width={width}
          height="8"
          rx="1"
          className={weight < 0 ? 'fill-danger' : 'fill-success'}
        />
        <path d="M40 0v12" className="stroke-line-strong" />
      </svg>
    </span>
  );
}
