import { addressOf } from '../browser/flow.ts';
import type { World } from '../browser/world.ts';
import { resolverHabits } from '../line/delivery.ts';
import { createLine, type LineOptions } from '../line/line.ts';
import { independentLoss, type Loss } from '../line/loss.ts';
import { createSpans } from '../time/spans.ts';
import type { Setting } from './situation.ts';

export interface LineShape {
  loss?: Loss;
  roundTripMs?: number | ((atMs: number) => number);
  jitter?: number;
  bitsPerSecond?: number;
}

/** A world in which everything works, over a line of the given shape; by default a good one. */
export function aWorld(setting: Setting, shape: LineShape = {}): World {
  return {
    line: createLine(lineOptions(setting, shape)),
    obstacles: [],
    lookUp: () => 'known',
    delays: [],
    addressesOf: (host) => [addressOf(host)],
    changes: createSpans(),
    unlinked: createSpans(),
    asleep: createSpans(),
  };
}

function lineOptions({ random }: Setting, shape: LineShape): LineOptions {
  const given = shape.roundTripMs ?? random.between(15, 120);
  return {
    random,
    isLost: shape.loss ?? independentLoss(random, 0.0005),
    resolver: random.chance(0.5) ? resolverHabits.chromium : resolverHabits.library,
    roundTripMs: typeof given === 'number' ? () => given : given,
    jitter: shape.jitter ?? 0.2,
    bitsPerSecond: shape.bitsPerSecond ?? 20_000_000,
  };
}

/** Loss as on good mobile networks and poor Wi-Fi: one to two packets in a hundred. */
export function mildLoss({ random }: Setting): Loss {
  return independentLoss(random, random.between(0.01, 0.02));
}
