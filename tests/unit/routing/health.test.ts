import { describe, expect, it } from 'vitest';
import { echoes } from '../../../lib/catalog/echoes.ts';
import { type EchoHealth, liveEchoes, nextEchoHealth } from '../../../lib/routing/health.ts';

const [first, second] = echoes;
const domestic = echoes.find(({ group }) => group === 'domestic');
if (!(first && second && domestic)) throw new Error('too few echoes');
const all = [first, second, domestic];

function healthAfter(rounds: number, ...answered: string[]): EchoHealth[] {
  let health: EchoHealth[] = [];
  for (let round = 0; round < rounds; round += 1) {
    health = nextEchoHealth(health, all, new Set(answered));
  }
  return health;
}

describe('an echo', () => {
  it('is dead once it never answered for eight rounds in which another did', () => {
    expect(liveEchoes(all, healthAfter(7, second.id))).toEqual(all);
    expect(liveEchoes(all, healthAfter(8, second.id))).toEqual([second, domestic]);
  });

  it('is not dead for being silent together with all of its group', () => {
    expect(liveEchoes(all, healthAfter(20))).toEqual(all);
    expect(liveEchoes(all, healthAfter(20, second.id))).toContain(domestic);
  });

  it('is not dead if it ever answered here', () => {
    let health = nextEchoHealth([], all, new Set([first.id, second.id]));
    for (let round = 0; round < 20; round += 1) {
      health = nextEchoHealth(health, all, new Set([second.id]));
    }

    expect(liveEchoes(all, health)).toEqual(all);
  });
});
