import { expect, it } from 'vitest';
import { readChecks } from '../../../../lib/history/queries/checks.ts';
import { findRound, recordRound } from '../../../../lib/history/rounds.ts';
import type { RoutingResult } from '../../../../lib/model/route.ts';
import { at, dateAt } from '../../../helpers/clock.ts';
import { useHistory } from '../../../helpers/history.ts';
import { aRound, aServiceResult } from '../../../helpers/rounds.ts';

const open = useHistory();
const hour = 60 * 60;

async function filled(...seconds: number[]) {
  const history = await open();
  for (const one of seconds) {
    const service = aServiceResult({ id: one % 2 === 0 ? 'chat' : 'other' });
    const round = aRound({ id: `round-${one}`, startedAt: at(one), services: [service] });
    await recordRound(history, { round, standings: [], full: false });
  }
  return history;
}

const period = (from: number, to: number) => ({
  service: 'chat',
  fromMs: dateAt(from).getTime(),
  toMs: dateAt(to).getTime(),
  route: null,
});

it('are those of the period and the service, oldest first, on finished days and the latest', async () => {
  const history = await filled(0, 1, 900, 24 * hour, 48 * hour, 48 * hour + 900);
  const idsIn = async (from: number, to: number) =>
    (await readChecks(history, period(from, to))).map(({ roundId }) => roundId);

  expect(await idsIn(0, 900)).toEqual(['round-0']);
  expect(await idsIn(0, 24 * hour + 1)).toEqual(['round-0', 'round-900', `round-${24 * hour}`]);
  expect(await idsIn(48 * hour, 49 * hour)).toEqual([
    `round-${48 * hour}`,
    `round-${48 * hour + 900}`,
  ]);
});

it('tell where the round is found again', async () => {
  const history = await filled(0, 900, 1800);
  const [, check] = await readChecks(history, period(0, hour));

  expect(check).toMatchObject({ roundId: 'round-900', startedAt: at(900), state: 'ok' });
  expect(await findRound(history, 'round-900', check?.number)).toMatchObject({ id: 'round-900' });
  expect(await findRound(history, 'round-900', 1), 'where it has another number').toMatchObject({
    id: 'round-900',
  });
});

it.each(['direct', null] as const)(
  'tell that the network was shut, also of the state that outlasts it (route %s)',
  async (route) => {
    const history = await open();
    const seen = [
      { state: 'likely_blocked', roundState: 'likely_blocked', scope: 'network' },
      { state: 'likely_blocked', roundState: 'ok' },
      { state: 'likely_blocked', roundState: 'likely_blocked' },
    ] as const;
    for (const [index, one] of seen.entries()) {
      const routing: RoutingResult = { verdict: 'direct', confidence: 'medium', signals: [] };
      const services = [aServiceResult({ id: 'chat', ...one })];
      const round = aRound({ id: `round-${index}`, startedAt: at(index * 900), services, routing });
      await recordRound(history, { round, standings: [], full: false });
    }

    const checks = await readChecks(history, { ...period(0, hour), route });

    expect(checks.map(({ scope }) => scope)).toEqual(['network', 'network', 'service']);
  },
);

it('are those that took one route, of which most inherited it', async () => {
  const history = await open();
  const verdicts = ['direct', 'unknown', 'vpn_likely', 'unknown'] as const;
  for (const [index, verdict] of verdicts.entries()) {
    const routing: RoutingResult = { verdict, confidence: 'medium', signals: [] };
    const services = [aServiceResult({ id: 'chat' })];
    const round = aRound({ id: `round-${index}`, startedAt: at(index * 900), services, routing });
    await recordRound(history, { round, standings: [], full: false });
  }
  const idsBy = async (route: 'direct' | 'vpn_likely') =>
    (await readChecks(history, { ...period(900, hour), route })).map(({ roundId }) => roundId);

  expect(await idsBy('direct')).toEqual(['round-1']);
  expect(await idsBy('vpn_likely')).toEqual(['round-2', 'round-3']);
});
