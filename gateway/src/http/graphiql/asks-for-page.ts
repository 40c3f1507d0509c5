/** Whether HTML is preferred to JSON, as a browser does that opens an address. */
export function asksForPage(accept: string | undefined): boolean {
  if (accept === undefined || !accept.includes('text/html')) return false;
  let html = 0;
  let json = 0;
  for (const range of accept.toLowerCase().split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim());
    const given = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length);
    const quality = given === undefined ? 1 : Number(given);
    if (name === 'text/html') html = quality;
    else if (name.endsWith('json')) json = Math.max(json, quality);
  }
  return html > json;
}
