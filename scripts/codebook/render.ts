import { attempts } from '../../lib/export/columns/attempts.ts';
import { changes } from '../../lib/export/columns/changes.ts';
import type { Column, Shape } from '../../lib/export/columns/column.ts';
import { verdicts } from '../../lib/export/columns/verdicts.ts';
import { table } from './table.ts';

const files = [
  ['`….csv`', 'a row an attempt to reach one address: [attempts](#attempts)'],
  ['`….verdicts.csv`', 'a row a check and service: [verdicts](#verdicts)'],
  ['`….changes.csv`', "a row a change of a service's state: [changes](#changes)"],
  ['`….parquet`', 'the table of attempts, typed; what is a list is text here too'],
  [
    '`….ooni.jsonl.gz`',
    "a line an attempt, in OONI's measurement envelope (df-000, browser_web), with our columns as `x_…`; attempts that are no evidence are left out",
  ],
  ['`….jsonl`, `….json`', 'checks as they were recorded (schema `dozvon.round/1`)'],
  [
    '`….zip`',
    'all of these tables, JSON Lines, Parquet, and this codebook as a Frictionless `datapackage.json`',
  ],
];

const top = `# What exported files hold

Written by \`npm run codebook\` from \`lib/export/columns\`: change the columns there, not this file.

${table(['file', 'holds'], files)}

## How to read them

- **An attempt is an observation, and no verdict.** One that failed proves nothing; \`service_state\` says what all
  attempts of this check and of earlier ones add up to. [method.md](method.md) explains how.
- **\`likely_blocked\` is “does not open” on every page**: that was seen. That it is probably a block is told beside it.
- **An empty cell means unknown or not there**, as its column says. It is never ok, and never blocked. A check that
  was over before it asked any service has one row without a service: a gap. So is a row whose \`service_round_state\`
  is \`insufficient\`: the check measured nothing, whatever \`service_state\` still says.
- **\`ok\` may stand beside \`failure\`.** An \`ssl_unknown_authority\` with \`ok\` true is a server that answered under
  an authority of its own, as Signal and Apple do, or of its state, as Max and VK may; browsers do not know that
  authority and refuse the page, but whoever uses the app gets through. It counts as reached only while the
  certificates of neutral sites are good.
- **Addresses of servers are there only where the person asked for them**, as columns of tables and as \`remoteIp\` in JSON
  Lines. Without that, what is told of attempts at a bare address (\`addressProbes\`) has a number in the address's place,
  the same for the same within a check. The answers of DNS resolvers (\`resolutions\`) have addresses always,
  which can show the region of whoever asked, or of their VPN's exit: many names lead to a server nearby.
- **Count only \`valid\` attempts.** The others failed for a reason of this browser or computer.
- **Columns keep their order, and new ones come at the end**; \`schema_version\` is then raised. Ticked columns come
  after all others, only in files for which they were ticked.
- CSV is UTF-8 (RFC 4180) with \`\\r\\n\`, times in ISO 8601 UTC, lists joined by \`|\`. Text that a spreadsheet would run as a
  formula begins with an apostrophe, except in files for programs. Files for a spreadsheet begin with a byte order
  mark, and have semicolons and decimal commas where the language writes numbers so.
- Numbers are by the clock of this computer. \`total_ms\` of a failure tells when it was noticed, not when it happened.

[examples](examples) has queries that run on these files.
`;

/** The text of docs/data.md. */
export function renderCodebook(): string {
  return [
    top,
    section('attempts', 'A row an attempt. What has no attempts has one row.', attempts),
    section('verdicts', 'A row a check and service.', verdicts),
    section(
      'changes',
      'A row a change of state, as far as the file reaches back; the first state of a service is no change.',
      changes,
    ),
  ].join('\n');
}

function section<Row>(name: string, about: string, { columns, ticked }: Shape<Row>): string {
  const head = ['column', 'type', 'what it is', 'values', 'empty'];
  const rows = [...columns, ...ticked].map((column) => cellsOf(column));
  return `## ${name}\n\n${about}\n\n${table(head, rows)}\n`;
}

function cellsOf<Row>({ name, type, unit, about, values, empty }: Column<Row>): string[] {
  const listed = values?.map((value) => `\`${value}\``).join(', ') ?? '';
  const cells = [
    `\`${name}\``,
    unit === undefined ? type : `${type}, ${unit}`,
    about,
    listed,
    empty ?? 'never',
  ];
  return cells.map((cell) => cell.replaceAll('|', '\\|'));
}
