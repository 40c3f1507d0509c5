import { useLingui } from '@lingui/react/macro';
import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '../../design/base/button.js';
import { Magnifier } from '../../design/base/icons.js';
import { hasSingleKeys } from '../../design/single-keys.js';

interface Search {
  readonly onClose: () => void;
}

/** The way to the search, which comes when it is asked for: by the button, by Ctrl and K, or by a slash outside of fields. */
export function SearchButton() {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [Search, setSearch] = useState<ComponentType<Search> | null>(null);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (!isSearchKey(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', open);
    return () => removeEventListener('keydown', open);
  }, []);
  useEffect(() => {
    if (!isOpen || Search !== null) return;
    // Without a connection the bar above the page says what is the matter.
    import('./search.js').then(
      ({ Search: loaded }) => setSearch(() => loaded),
      () => setOpen(false),
    );
  }, [isOpen, Search]);
  return (
    <>
      <Button variant="quiet" aria-label={t`Axtarış`} aria-keyshortcuts="Control+K" onPress={() => setOpen(true)}>
        <Magnifier />
      </Button>
      {isOpen && Search !== null && <Search onClose={() => setOpen(false)} />}
    </>
  );
}

function isSearchKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'k' && !event.shiftKey;
  return event.key === '/' && hasSingleKeys() && !isWriting(event.target);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], dialog') !== null;
}
