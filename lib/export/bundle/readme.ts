import type { Tally } from './tally.ts';

/** Says what is in a bundle, in words. */
export function bundleReadme({ rounds, first, last, versions }: Tally): string {
  const period = first === null || last === null ? 'none' : `${first} to ${last}`;
  return `# Checks of messengers by Dozvon

Checks: ${rounds}
Period (UTC, by the clock of the computer): ${period}
Versions of Dozvon: ${listed(versions.version)}
Versions of the method: ${listed(versions.logic)}
Versions of the catalog: ${listed(versions.catalog)}
Browsers: ${listed(versions.browser)}

| file | a row or line is |
| --- | --- |
| attempts.csv | one attempt to reach one address |
| attempts.parquet | the same |
| verdicts.csv | what one check said of one service |
| changes.csv | a change of a service's state |
| rounds.jsonl | one check with all that was recorded |
| datapackage.json | describes every column (Frictionless) |

An attempt is an observation and no verdict: one that failed proves nothing. An empty cell means unknown or not there;
it is never ok and never blocked. Times without checks are gaps. Text that a spreadsheet would run as a formula begins
with an apostrophe.
`;
}

function listed(values: readonly string[]): string {
  return values.length === 0 ? 'none' : values.join(', ');
}
