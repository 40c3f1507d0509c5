/** The time zones to choose from: where this device is, and here, first. */
export function timeZoneOptions(current: string | null): readonly { readonly value: string; readonly text: string }[] {
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const first = [current, here, 'Asia/Baku'].filter((zone) => zone !== null);
  return [...new Set([...first, ...Intl.supportedValuesOf('timeZone')])].map((value) => ({
    value,
    text: value.replaceAll('_', ' '),
  }));
}
