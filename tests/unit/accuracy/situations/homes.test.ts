import { expect, it } from 'vitest';
import { catalogFor } from '../../../../lib/catalog/index.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { live } from '../../../accuracy/person.ts';
import { homeSituations } from '../../../accuracy/situations/homes.ts';

async function roundsAtHome(id: string, count: number): Promise<Round[]> {
  const situation = homeSituations.find((one) => one.id === id);
  if (situation === undefined) throw new Error(`No situation "${id}"`);
  const rounds: Round[] = [];
  await live({ situation, seeds: [1], rounds: count }, ({ round }) => rounds.push(round));
  return rounds;
}

it('lives in eleven countries', () => {
  expect(new Set(homeSituations.map(({ home }) => home)).size).toBe(11);
});

it('asks the sites of the home and of no other country', async () => {
  const rounds = await roundsAtHome('name removed, at home in Iran', 1);
  const { network } = rounds[0] as Round;
  const asked = network.controls.filter(({ group }) => group === 'domestic').map(({ id }) => id);
  const domestic = catalogFor('IR').controls.filter(({ group }) => group === 'domestic');

  expect(asked.length).toBeGreaterThan(0);
  expect(domestic.map(({ id }) => id)).toEqual(expect.arrayContaining(asked));
});

it('slows messengers down, which nothing but a transfer shows', async () => {
  const rounds = await roundsAtHome('slowed down, at home in Turkey', 60);
  const slow = rounds.flatMap(({ services }) => services).filter(({ state }) => state !== 'ok');

  expect(slow.length).toBeGreaterThan(0);
  expect(new Set(slow.map(({ state }) => state))).toEqual(new Set(['impaired']));
  expect(new Set(slow.flatMap(({ mechanisms }) => mechanisms))).toEqual(
    new Set(['tls.throttle.sni']),
  );
});
