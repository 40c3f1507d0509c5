/** An address as it may be shown. */
export function withoutPassword(address: string): string {
  const url = URL.parse(address);
  if (url === null || url.password === '') return address;
  url.password = '[redacted]';
  return url.href;
}
