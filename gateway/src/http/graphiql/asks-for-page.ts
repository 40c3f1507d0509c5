import { qualityValues } from '../quality-values.js';

/** Whether HTML is preferred to JSON, as a browser does that opens an address. */
export function asksForPage(accept: string | undefined): boolean {
  if (accept === undefined || !accept.includes('text/html')) return false;
  const values = qualityValues(accept);
  const json = [...values].map(([name, quality]) => (name.endsWith('json') ? quality : 0));
  return (values.get('text/html') ?? 0) > Math.max(...json);
}
