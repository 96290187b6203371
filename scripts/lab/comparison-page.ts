import { agreementOf, type Compared } from '../../tests/lab/judge/compare.ts';

/** The page `docs/firefox.md`: all scenarios that were compared, and where the browsers differ. */
export function renderComparison(all: readonly Compared[], scenarioCount: number): string {
  const { services, alike, states } = agreementOf(all);
  const differences = all.flatMap((one) =>
    one.differences.map((difference) => ({ scenario: one.scenario, ...difference })),
  );
  const browsers = [...new Set(all.flatMap((one) => one.browsers))].toSorted();
  return [
    '# Firefox beside Chromium',
    '',
    'Made by `npm run lab -- --compare`, which plays scenarios in both browsers and keeps what it saw in',
    '[compared.json](../tests/lab/judge/compared.json). [The method](method.md#firefox) says what Firefox keeps to itself.',
    '',
    `${all.length} of ${scenarioCount} scenarios were played in both: ${browsers.join(', ')}. Of ${services} verdicts on`,
    `services, ${alike} are the same in both, and ${states} (${shareOf(states, services)}) have the same state.`,
    'Offsets of freezes are compared since 2026-11-27; they are the same within 20 %.',
    '',
    ...(differences.length === 0 ? [] : tableOf(differences.map(cellsOf))),
    '',
    '## Scenarios played in both',
    '',
    ...all.map(({ scenario }) => `- ${scenario}`),
    '',
  ].join('\n');
}

const head = ['scenario', 'services', 'Chromium', 'Firefox', 'why'];

interface Row {
  scenario: string;
  services: string[];
  chromium: string;
  firefox: string;
  why: string;
}

function cellsOf({ scenario, services, chromium, firefox, why }: Row): string[] {
  return [scenario, services.join(', '), chromium, firefox, why];
}

function tableOf(rows: readonly string[][]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}
