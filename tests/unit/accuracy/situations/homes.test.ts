import { expect, it } from 'vitest';
import { catalogFor } from '../../../../lib/catalog/index.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { live } from '../../../accuracy/person.ts';
import { homeSituations } from '../../../accuracy/situations/homes.ts';

async function aRoundAtHome(id: string): Promise<Round> {
  const situation = homeSituations.find((one) => one.id === id);
  if (situation === undefined) throw new Error(`No situation "${id}"`);
  const rounds: Round[] = [];
  await live({ situation, seeds: [1], rounds: 1 }, ({ round }) => rounds.push(round));
  return rounds[0] as Round;
}

it('lives in ten countries', () => {
  expect(new Set(homeSituations.map(({ home }) => home)).size).toBe(10);
});

it('asks the sites of the home and of no other country', async () => {
  const { network } = await aRoundAtHome('name removed, at home in Iran');
  const asked = network.controls.filter(({ group }) => group === 'domestic').map(({ id }) => id);
  const domestic = catalogFor('IR').controls.filter(({ group }) => group === 'domestic');

  expect(asked.length).toBeGreaterThan(0);
  expect(domestic.map(({ id }) => id)).toEqual(expect.arrayContaining(asked));
});
