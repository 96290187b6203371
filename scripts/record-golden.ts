import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Round } from '../lib/model/round.ts';

/** Names of scenarios whose rounds exercise each rule. */
const kept = [
  'all clear',
  '451 from the server',
  '503 from the server',
  "a block page in place of Telegram's data centres",
  'a certificate that has expired at the service',
  'a forged certificate',
  'a resolver that is silent about names',
  'a service whose name nobody knows',
  'allowlist',
  'an ad blocker cancels requests to a service',
  'an alert after the server name',
  'captive portal',
  'downloads freeze after 16 kB',
  'names forged to a private address behind a trusted root, with a warning page',
  'offline behind a link that is up',
  "one service's addresses silently dropped",
  'silence after the server name',
  'TLS reset by server name',
  "WhatsApp's names removed, and a national resolver says so",
  'wrong clock',
];

interface Report {
  scenarios: { name: string; round: Round | null }[];
}

// Usage: node scripts/record-golden.ts FILE, where `npm run lab -- --report FILE` wrote FILE.
const report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Report;
const folder = new URL('../tests/golden/rounds/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const name of kept) {
  const round = report.scenarios.find((scenario) => scenario.name === name)?.round;
  if (!round) throw new Error(`The report has no round of the scenario "${name}"`);
  const file = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  writeFileSync(new URL(`${file}.json`, folder), `${JSON.stringify(round)}\n`);
}
