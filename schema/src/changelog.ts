/** The lines below `## Unreleased` / `### Breaking` of a changelog; empty when one of the headings is missing. */
export function unreleasedBreaking(changelog: string): readonly string[] {
  const lines: string[] = [];
  let version = '';
  let section = '';
  for (const line of changelog.split('\n')) {
    const heading = /^(#{1,3})\s+(.*?)\s*$/.exec(line);
    if (heading === null) {
      if (version === 'unreleased' && section === 'breaking') lines.push(line);
      continue;
    }
    const title = (heading[2] ?? '').replaceAll(/[[\]]/g, '').toLowerCase();
    if (heading[1] === '###') section = title;
    else {
      version = title;
      section = '';
    }
  }
  return lines.filter((line) => line.trim() !== '');
}

/**
 * Whether a line names a schema path such as `Volunteer.enrolments`. A longer path that merely starts like it, for
 * example `Volunteer.enrolments.first` or `Volunteer.enrolmentsCount`, does not count.
 */
export function mentions(line: string, path: string): boolean {
  const escaped = path.replaceAll(/[^\w]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\w.])${escaped}(?!\w|\.\w)`).test(line);
}
