import { expect, it } from 'vitest';
import type { ServiceState } from '../../../lib/model/state.ts';
import { serviceRows } from '../../../lib/view/rows.ts';
import {
  aLook,
  buildProgress,
  buildRound,
  buildService,
  buildSparedRound,
  noLook,
} from './build-round.ts';

it('begins with what is about to change and what does not open, and ends with what opens', () => {
  const states: ServiceState[] = ['ok', 'insufficient', 'down', 'impaired', 'likely_blocked'];
  const services = states.map((state) => buildService({ id: state, state }));
  const changing = buildService({ id: 'changing', state: 'ok', roundState: 'blocked' });
  const unseen = buildService({ id: 'unseen', state: 'ok', roundState: 'insufficient' });

  const unproven = buildService({ id: 'x', state: 'blocked', roundState: 'likely_blocked' });
  const found = [...services, unseen, unproven, changing];

  const rows = serviceRows(buildRound({ services: found }), null, noLook);

  expect(rows.map(({ id }) => id)).toEqual([
    'changing',
    'likely_blocked',
    'x',
    'impaired',
    'down',
    'insufficient',
    'ok',
    'unseen',
  ]);
});

it('keeps the order of the round among equals, and appends what only the running one has', () => {
  const round = buildRound({ services: [buildService({ id: 'b' }), buildService({ id: 'a' })] });
  const progress = buildProgress([{ id: 'a', stage: 'done' }, { id: 'c' }]);

  const rows = serviceRows(round, progress, noLook);

  expect(rows.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  expect(rows.map((row) => row.progress?.stage)).toEqual([undefined, 'done', 'waiting']);
});

it('names the others that do not open for the same reason', () => {
  const closed = (name: string, reason: 'cut-off' | 'no-answer' | 'unclear-failure') =>
    buildService({ id: name, name, state: 'likely_blocked', reason });
  const opens = buildService({ id: 'D', name: 'D', reason: 'cut-off' });
  const services = [
    closed('A', 'cut-off'),
    closed('B', 'cut-off'),
    closed('C', 'no-answer'),
    opens,
    closed('E', 'unclear-failure'),
    closed('F', 'unclear-failure'),
  ];

  const rows = serviceRows(buildRound({ services }), null, noLook);

  expect(rows.map(({ id, alike }) => `${id}: ${alike.join()}`)).toEqual([
    'A: B',
    'B: A',
    'C: ',
    'E: ',
    'F: ',
    'D: ',
  ]);
});

const spared = buildSparedRound();
const looked = buildRound({ routing: aLook('direct').routing });
const detour = aLook('vpn_likely');
const outdated = aLook('vpn_likely', 'high', '2026-03-01T05:00:00.000Z');

it.each([
  ['where the last look saw one, and the round a sign of it', spared, detour, null, true],
  ['not without a sign since', buildRound(), detour, null, false],
  ['not where the round’s own look saw none', looked, detour, null, false],
  ['not by a look that was outdated', spared, outdated, null, false],
  ['not where that is not to be told', spared, detour, 'off', false],
  ['not where it holds for some of them', spared, aLook('split'), null, false],
] as const)('tells that services were reached by a detour: %s', (_, round, route, gap, isTold) => {
  const [row] = serviceRows(round, null, { route, gap });

  expect(row).toMatchObject({ viaDetour: isTold, showsRoute: gap === null });
});
