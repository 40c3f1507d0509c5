import { useEffect } from 'react';

/** Brings the part that the address names into sight, once the page has come. */
export function ScrollToHash() {
  useEffect(() => {
    const id = location.hash.slice(1);
    if (id !== '') document.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView();
  }, []);
  return null;
}
