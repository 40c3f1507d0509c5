import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

const parts: readonly (readonly [id: string, title: MessageDescriptor])[] = [
  ['contact', msg`Ad və əlaqə`],
  ['memberships', msg`Üzvlüklər`],
  ['study', msg`Təhsil`],
  ['programme', msg`Könüllü proqramı`],
  ['certificates', msg`Sertifikatlar`],
  ['service', msg`Könüllü kitabçası`],
  ['abroad', msg`Xaricdə təhsil`],
  ['mentoring', msg`Mentorluq`],
  ['creative', msg`Yaradıcılıq`],
];

/** The way to each part of the own page, where there is room beside it. */
export function OwnContents() {
  const { t, i18n } = useLingui();
  return (
    <nav aria-label={t`Səhifənin bölmələri`} className="no-print max-lg:hidden">
      <ul className="sticky top-4 grid">
        {parts.map(([id, title]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="flex min-h-target items-center rounded-lg px-3 text-soft no-underline hover:bg-sunken hover:text-ink"
            >
              {i18n._(title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
