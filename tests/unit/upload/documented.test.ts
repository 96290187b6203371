import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gauges, uploadDropped } from '../../../lib/upload/otlp/instruments.ts';
import {
  attemptRecordColumns,
  verdictRecordColumns,
} from '../../../lib/upload/otlp/record-columns.ts';

const file = readFileSync(new URL('../../../docs/fleet.md', import.meta.url), 'utf8');
const [, section = ''] = /^## Upload\n(.*?)^## /ms.exec(file) ?? [];

/** The cells of the rows whose first begins with that. */
function rowsOf(start: string): string[][] {
  return section
    .split('\n')
    .filter((line) => line.startsWith(`| \`${start}`))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim().replaceAll('`', '')));
}

/**
 * As https://github.com/prometheus/otlptranslator makes names, of those units that are here.
 */
function prometheusName({ name, unit }: { name: string; unit: string }, isSum: boolean): string {
  const suffix = { s: '_seconds', '1': isSum ? '' : '_ratio' }[unit] ?? '';
  return `${name.replaceAll('.', '_')}${suffix}${isSum ? '_total' : ''}`;
}

describe('docs/fleet.md', () => {
  it('has the metrics that are sent', () => {
    const sent = [...gauges, uploadDropped].map((instrument) => [
      instrument.name,
      instrument.unit,
      instrument.type,
      instrument.attributes.join(', '),
      instrument.about,
      prometheusName(instrument, instrument === uploadDropped),
    ]);

    expect([
      ...rowsOf('dozvon.service.'),
      ...rowsOf('dozvon.network.'),
      ...rowsOf('dozvon.upload.'),
    ]).toEqual(sent);
  });

  it.each([
    ['dozvon.verdict', verdictRecordColumns],
    ['dozvon.attempt', attemptRecordColumns],
  ] as const)('has the attributes of %s', (event, columns) => {
    const [row] = rowsOf(event);

    expect(row?.[2]).toBe(['record_id', ...columns.map(({ name }) => name)].join(', '));
  });
});
