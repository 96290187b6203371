import { styleText } from 'node:util';
import type { ExportFormat } from '../../lib/export/format.ts';
import type { Round } from '../../lib/model/round.ts';
import type { ServiceResult } from '../../lib/model/service.ts';
import type { ServiceState } from '../../lib/model/state.ts';

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

const header = ['Service', 'State', 'Confidence', 'How', 'Required roles', 'Time'];

/** For people to read: a table for each round, with an empty line between two. */
export function tableFormat(colour: boolean): ExportFormat {
  return {
    extension: 'txt',
    mediaType: 'text/plain;charset=utf-8',
    createWriter() {
      let between = '';
      return {
        begin: () => '',
        round(round) {
          const table = between + roundToTable(round, colour);
          between = '\n';
          return table;
        },
        end: () => '',
      };
    },
  };
}

/** The network, then a line for each service. */
function roundToTable(round: Round, colour: boolean): string {
  const rows = round.services.map(rowOf);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const body = round.services.map((service, index) => {
    const text = line(rows[index] ?? []);
    if (!colour) return text;
    // Colour goes on after aligning, since its codes have a length too.
    const word = stateWords[service.state];
    const place = text.indexOf(word, (widths[0] ?? 0) + 2);
    const painted = styleText(stateColours[service.state], word, { validateStream: false });
    return `${text.slice(0, place)}${painted}${text.slice(place + word.length)}`;
  });
  return [...describeRound(round), '', line(header), ...body, ''].join('\n');
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

function rowOf(service: ServiceResult): string[] {
  const how = service.mechanisms.length > 0 ? service.mechanisms.join(' ') : words(service.reason);
  const required = service.roles
    .filter((role) => role.required)
    .map((role) => `${role.role} ${stateWords[role.state]}`);
  return [
    service.name,
    stateWords[service.state],
    service.confidence,
    how,
    required.join(', ') || '-',
    timeOf(service),
  ];
}

/** The median of what got through. */
function timeOf(service: ServiceResult): string {
  const times = service.targets
    .flatMap((target) => target.attempts)
    .flatMap((attempt) => (attempt.ok && attempt.valid ? (attempt.totalMs ?? []) : []))
    .toSorted((left, right) => left - right);
  const median = times[Math.floor(times.length / 2)];
  return median === undefined ? '-' : `${Math.round(median)} ms`;
}

const words = (id: string): string => id.replaceAll(/[-_]/g, ' ');
