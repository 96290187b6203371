import { styleText } from 'node:util';
import type { ExportFormat } from '../../lib/export/format.ts';
import { encodeText } from '../../lib/export/text.ts';
import type { Round } from '../../lib/model/round.ts';
import type { ServiceResult } from '../../lib/model/service.ts';
import type { ServiceState } from '../../lib/model/state.ts';
import { median } from '../../lib/observe/median.ts';
import { alignColumns, wrapLine } from '../command-line/columns.ts';

const stateWords: Record<ServiceState, string> = {
  ok: 'ok',
  impaired: 'impaired',
  blocked: 'blocked',
  likely_blocked: 'likely blocked',
  down: 'down',
  insufficient: 'insufficient data',
};

const stateColours = {
  ok: 'green',
  impaired: 'yellow',
  blocked: 'red',
  likely_blocked: 'red',
  down: 'magenta',
  insufficient: 'gray',
} as const satisfies Record<ServiceState, string>;

const header = ['Service', 'State', 'Confidence', 'Time', 'How, failing required roles'];
const widestColumns = [16, 17, 10, 9];

/** For people: one table per round, separated by empty lines. */
export function tableFormat(colour: boolean): Pick<ExportFormat, 'write'> {
  return {
    write(rounds) {
      let between = '';
      return encodeText(rounds, {
        begin: '',
        round(round) {
          const table = between + roundToTable(round, colour);
          between = '\n';
          return table;
        },
        end: () => '',
      });
    },
  };
}

/** The network, then one row per service. No line is longer than 80 characters. */
function roundToTable(round: Round, colour: boolean): string {
  const rows = round.services.map((service) => rowOf(service, colour));
  const top = describeRound(round).flatMap((line) => wrapLine(line));
  return [...top, '', ...alignColumns([header, ...rows], widestColumns), ''].join('\n');
}

function describeRound(round: Round): string[] {
  const { network, routing } = round;
  const answered = network.controls.filter((control) => control.ok).length;
  const tookMs = Date.parse(round.finishedAt) - Date.parse(round.startedAt);
  return [
    `Round of ${round.startedAt}, took ${(tookMs / 1000).toFixed(1)} s, ${round.software.browser}`,
    `Network: ${words(network.state)} (${network.confidence} confidence), ` +
      `${answered} of ${network.controls.length} controls answered`,
    ...(network.resolverPath === 'secure_dns'
      ? ["Names: the browser's secure DNS answers, which hides DNS blocking"]
      : []),
    `Route: ${words(routing.verdict)} (${routing.confidence} confidence)`,
  ];
}

function rowOf(service: ServiceResult, colour: boolean): string[] {
  const word = stateWords[service.state];
  return [
    service.name,
    colour ? styleText(stateColours[service.state], word, { validateStream: false }) : word,
    service.confidence,
    timeOf(service),
    [howOf(service), ...failingRoles(service)].join('\n'),
  ];
}

function howOf({ mechanisms, reason }: ServiceResult): string {
  return mechanisms.length > 0 ? mechanisms.join(' ') : words(reason);
}

/** The required roles that are not ok, by state: "blocked: web, messages". */
function failingRoles({ roles }: ServiceResult): string[] {
  const failing = roles.filter((role) => role.required && role.state !== 'ok');
  return Object.entries(Object.groupBy(failing, (role) => stateWords[role.state])).map(
    ([state, some = []]) => `${state}: ${some.map(({ role }) => role).join(', ')}`,
  );
}

/** The upper median duration of the successful attempts. */
function timeOf(service: ServiceResult): string {
  const times = service.targets
    .flatMap((target) => target.attempts)
    .flatMap((attempt) => (attempt.ok && attempt.valid ? (attempt.totalMs ?? []) : []));
  return times.length === 0 ? '-' : `${Math.round(median(times))} ms`;
}

const words = (id: string): string => id.replaceAll(/[-_]/g, ' ');
