import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../lib/catalog/index.ts';
import { flowTo, type Obstacle } from '../../../accuracy/browser/flow.ts';
import { deadWitnesses } from '../../../accuracy/situations/dead-witnesses.ts';
import { aSetting } from '../../../helpers/simulated-browser.ts';

const foreign = [
  ...catalog.controls.filter(({ group }) => group === 'foreign'),
  ...catalog.witnesses,
];

function deadAmong(urls: readonly string[], obstacle: Obstacle): number {
  const steps = ['connect', 'hello', 'request'] as const;
  return urls.filter((url) => steps.some((step) => obstacle(flowTo(url), step, 0) !== null)).length;
}

describe('dead witnesses', () => {
  it('are from one to all but two of the foreign sites', () => {
    const counts = Array.from({ length: 300 }, (_, seed) =>
      deadAmong(
        foreign.map(({ url }) => url),
        deadWitnesses(aSetting(seed)),
      ),
    );

    expect(Math.min(...counts)).toBe(1);
    expect(Math.max(...counts)).toBe(foreign.length - 2);
  });

  it('are neither domestic sites nor services', () => {
    const others = [
      ...catalog.controls.filter(({ group }) => group === 'domestic').map(({ url }) => url),
      ...catalog.services.flatMap(({ targets }) => targets.flatMap(({ urls }) => urls)),
    ];

    for (let seed = 0; seed < 50; seed += 1) {
      expect(deadAmong(others, deadWitnesses(aSetting(seed)))).toBe(0);
    }
  });
});
