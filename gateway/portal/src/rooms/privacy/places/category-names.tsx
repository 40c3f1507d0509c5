import { useLingui } from '@lingui/react/macro';
import type { GrantCategory } from '../../../generated/codes.js';
import { Tag } from '../../../design/base/tag.js';
import { categoryTerms } from '../../../language/terms.js';

/** Categories of data, a tag each. */
export function CategoryNames({ categories }: { categories: readonly GrantCategory[] }) {
  const { i18n } = useLingui();
  return (
    <ul className="flex flex-wrap gap-2">
      {categories.map((category) => (
        <li key={category}>
          <Tag>{i18n._(categoryTerms[category])}</Tag>
        </li>
      ))}
    </ul>
  );
}
