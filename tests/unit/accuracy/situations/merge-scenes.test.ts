import { describe, expect, it } from 'vitest';
import { error, flowTo } from '../../../accuracy/browser/flow.ts';
import { aWorld } from '../../../accuracy/situations/lines.ts';
import { mergeScenes } from '../../../accuracy/situations/merge-scenes.ts';
import { pairSituations } from '../../../accuracy/situations/pairs.ts';
import type { Scene } from '../../../accuracy/situations/situation.ts';
import { aSetting } from '../../../helpers/simulated-browser.ts';

function aScene(world: Partial<Scene['world']>): Scene {
  return { world: { ...aWorld(aSetting()), ...world }, conditions: [] };
}

describe('two scenes at once', () => {
  it('have the obstacles of both', () => {
    const left = aScene({ obstacles: [(_flow, step) => (step === 'hello' ? error('A') : null)] });
    const right = aScene({
      obstacles: [(_flow, step) => (step === 'connect' ? error('B') : null)],
    });

    const { obstacles } = mergeScenes(left, right).world;
    const flow = flowTo('https://a.example/');

    expect(obstacles.map((one) => one(flow, 'hello', 0) ?? one(flow, 'connect', 0))).toEqual([
      error('A'),
      error('B'),
    ]);
  });

  it('lose what either loses', () => {
    const losing = (lost: string) => aWorld(aSetting(), { loss: (_atMs, host) => host === lost });
    const scenes = ['a', 'b'].map((host): Scene => ({ world: losing(host), conditions: [] }));
    const [left = aScene({}), right = aScene({})] = scenes;

    const { isLost } = mergeScenes(left, right).world.line.options;

    expect(['a', 'b', 'c'].map((host) => isLost(0, host))).toEqual([true, true, false]);
  });

  it('sleep through the sleep of both', () => {
    const left = aScene({});
    const right = aScene({});
    const { asleep } = mergeScenes(left, right).world;

    left.world.asleep.add(0, 10);
    right.world.asleep.add(10, 20);
    left.world.asleep.add(20, 30);

    expect(asleep.endAfter(5)).toBe(30);
    expect(asleep.covers(15)).toBe(true);
    expect(asleep.beginsWithin(5, 15)).toBe(10);
  });

  it('withhold the names that either withholds', () => {
    const { lookUp } = mergeScenes(aScene({}), aScene({ lookUp: () => 'unknown' })).world;

    expect(lookUp('a.example', { host: 'b.example', national: true }, 0)).toBe('unknown');
  });
});

describe('pairs of faults', () => {
  it('are interference if either is', () => {
    const kinds = new Map(pairSituations.map(({ id, kind }) => [id, kind]));

    expect(pairSituations).toHaveLength(105);
    expect(kinds.get('strong loss + reset on name')).toBe('interference');
    expect(kinds.get('strong loss + slow service')).toBe('benign');
  });

  it('have the conditions of both', () => {
    const pair = pairSituations.find(({ id }) => id === 'slow service + reset on name');

    const { conditions } = pair?.create(aSetting()) ?? { conditions: [] };

    expect(conditions.map(({ mechanism }) => mechanism)).toEqual([null, 'tls.reset.sni']);
  });
});
