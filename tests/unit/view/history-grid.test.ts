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

it('draws a gap where no round was made for a long while', () => {
  const { columns, rows } = historyGrid([roundAt('15:00'), roundAt('12:00')]);

  expect(columns.map(({ kind }) => kind)).toEqual(['round', 'gap', 'round']);
  expect(columns[1]).toMatchObject({ why: 'pause' });
  expect(rows[0]?.cells.map(({ kind }) => kind)).toEqual(['state', 'gap', 'state']);
});

it('draws no gap between rounds that are a quarter of an hour apart', () => {
  const { columns } = historyGrid([roundAt('12:15'), roundAt('12:00')]);

  expect(columns.every(({ kind }) => kind === 'round')).toBe(true);
});

it('never takes a round that saw nothing of a service for one in which it worked', () => {
  const blind = buildService({ state: 'ok', roundState: 'insufficient' });

  const { rows } = historyGrid([roundAt('12:00', [blind])]);

  expect(rows[0]?.cells[0]?.kind).toBe('missing');
});

it('leaves a service out of rounds that do not have it', () => {
  const viber = buildService({ id: 'viber', name: 'Viber' });

  const { rows } = historyGrid([roundAt('12:15', [buildService(), viber]), roundAt('12:00')]);

  expect(rows.map(({ id }) => id)).toEqual(['signal', 'viber']);
  expect(rows[1]?.cells.map(({ kind }) => kind)).toEqual(['missing', 'state']);
});

it('says of rounds that are not to be shown that they are left out', () => {
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
