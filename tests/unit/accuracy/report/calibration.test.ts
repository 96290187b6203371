import { describe, expect, it } from 'vitest';
import { emptyTally, type Tally } from '../../../accuracy/count/tally.ts';
import {
  calibrationTable,
  falseSayingsTable,
  judgedWorlds,
  settledWith,
} from '../../../accuracy/report/calibration.ts';
import type { Family } from '../../../accuracy/situations/situation.ts';

function aTally(family: Family, overrides: Partial<Tally>): Tally {
  return { ...emptyTally({ id: family, kind: 'benign', family, about: '' }), ...overrides };
}

const tallies = [
  aTally('fault', {
    settled: { 'ok high true': 999_999, 'ok high false': 1, 'impaired low false': 3 },
  }),
  aTally('steady block', {
    settled: { 'blocked high true': 500 },
    turning: { 'ok high false': 2, 'ok high true': 2 },
  }),
  aTally('pair', { settled: { 'ok high false': 1_000 } }),
  aTally('lookalike', { settled: { 'ok high false': 1_000 } }),
];

function cellsOf(text: string, start: string): string[] {
  const row = text.split('\n').find((line) => line.replaceAll(/\s+/g, ' ').startsWith(start));
  return (row ?? '').split('|').map((cell) => cell.trim());
}

describe('the table of confidence', () => {
  it('leaves out pairs and what is indistinguishable', () => {
    expect(judgedWorlds(tallies).map(({ family }) => family)).toEqual(['fault', 'steady block']);
  });

  it('adds up all states of one confidence', () => {
    expect(settledWith(judgedWorlds(tallies), 'high')).toEqual({
      count: 1_000_500,
      true: 1_000_499,
    });
  });

  it('rounds shares down, so that 100 % means always', () => {
    const text = calibrationTable(tallies);

    expect(cellsOf(text, '| ok | high')).toEqual([
      '',
      'ok',
      'high',
      '1,000,000',
      '99.999 %',
      '4',
      '50.000 %',
      '',
    ]);
    expect(cellsOf(text, '| blocked | high')).toContain('100.000 %');
    expect(cellsOf(text, '| any | low')).toContain('0.000 %');
  });

  it('has no row for what was never said', () => {
    expect(calibrationTable(tallies)).not.toContain('| down');
  });

  it('names the situations in which something was not true', () => {
    const text = falseSayingsTable(tallies.slice(0, 2));

    expect(text).toContain('impaired low: 3, ok high: 1');
    expect(text).not.toContain('steady block');
    expect(falseSayingsTable([])).toBe('None.');
  });
});
