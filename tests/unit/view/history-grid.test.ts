import { expect, it } from 'vitest';
import { historyGrid } from '../../../lib/view/history-grid.ts';
import { buildRound, buildService } from './build-round.ts';

function roundAt(time: string, services = [buildService()]) {
  const at = `2026-03-01T${time}:00.000Z`;
  return buildRound({ id: time, startedAt: at, finishedAt: at, services });
}

it('puts the oldest round first', () => {
  const { columns } = historyGrid([roundAt('12:15'), roundAt('12:00')]);

  expect(columns.map(({ id }) => id)).toEqual(['12:00', '12:15']);
});

it('has a gap after a long time without rounds', () => {
  const { columns, rows } = historyGrid([roundAt('15:00'), roundAt('12:00')]);

  expect(columns.map(({ kind }) => kind)).toEqual(['round', 'gap', 'round']);
  expect(columns[1]).toMatchObject({ why: 'pause' });
  expect(rows[0]?.cells.map(({ kind }) => kind)).toEqual(['state', 'gap', 'state']);
});

it('has no gap between rounds a quarter of an hour apart', () => {
  const { columns } = historyGrid([roundAt('12:15'), roundAt('12:00')]);

  expect(columns.every(({ kind }) => kind === 'round')).toBe(true);
});

it('never shows an unmeasured service as working', () => {
  const blind = buildService({ state: 'ok', roundState: 'insufficient' });

  const { rows } = historyGrid([roundAt('12:00', [blind])]);

  expect(rows[0]?.cells[0]?.kind).toBe('missing');
});

it('shows a service as missing in rounds without it', () => {
  const viber = buildService({ id: 'viber', name: 'Viber' });

  const { rows } = historyGrid([roundAt('12:15', [buildService(), viber]), roundAt('12:00')]);

  expect(rows.map(({ id }) => id)).toEqual(['signal', 'viber']);
  expect(rows[1]?.cells.map(({ kind }) => kind)).toEqual(['missing', 'state']);
});

it('marks hidden rounds as left out', () => {
  const rounds = [roundAt('12:45'), roundAt('12:30'), roundAt('12:15'), roundAt('12:00')];

  const { columns, rows } = historyGrid(rounds, ({ id }) => id === '12:00' || id === '12:45');
  const last = historyGrid(rounds, ({ id }) => id === '12:15' || id === '12:00');

  expect(columns).toMatchObject([
    { kind: 'round', id: '12:00' },
    { kind: 'gap', why: 'left-out' },
    { kind: 'round', id: '12:45' },
  ]);
  expect(rows[0]?.cells.map(({ kind }) => kind)).toEqual(['state', 'gap', 'state']);
  expect(last.columns.map(({ kind }) => kind)).toEqual(['round', 'round']);
});

it('has neither rows nor columns without rounds', () => {
  expect(historyGrid([])).toEqual({ columns: [], rows: [] });
});
