import type { World } from '../browser/world.ts';
import { createLine, type LineOptions } from '../line/line.ts';
import { anyLoss } from '../line/loss.ts';
import type { Spans } from '../time/spans.ts';
import type { Scene } from './situation.ts';

/** Everything of two scenes at once: the obstacles, losses, delays and conditions of both. */
export function mergeScenes(left: Scene, right: Scene): Scene {
  return {
    world: mergeWorlds(left.world, right.world),
    conditions: [...left.conditions, ...right.conditions],
    roundBegins(round, nowMs) {
      left.roundBegins?.(round, nowMs);
      right.roundBegins?.(round, nowMs);
    },
    roundEnds(round, nowMs) {
      left.roundEnds?.(round, nowMs);
      right.roundEnds?.(round, nowMs);
    },
  };
}

function mergeWorlds(left: World, right: World): World {
  return {
    line: createLine(mergeLines(left.line.options, right.line.options)),
    obstacles: [...left.obstacles, ...right.obstacles],
    lookUp: (name, resolver, atMs) =>
      [left, right].some((one) => one.lookUp(name, resolver, atMs) === 'unknown')
        ? 'unknown'
        : 'known',
    delays: [...left.delays, ...right.delays],
    addressesOf: (host) => [...new Set([...left.addressesOf(host), ...right.addressesOf(host)])],
    changes: eitherOf(left.changes, right.changes),
    unlinked: eitherOf(left.unlinked, right.unlinked),
    asleep: eitherOf(left.asleep, right.asleep),
  };
}

/** The worse of the two in every respect. */
function mergeLines(left: LineOptions, right: LineOptions): LineOptions {
  return {
    random: left.random,
    isLost: anyLoss(left.isLost, right.isLost),
    resolver: left.resolver,
    roundTripMs: (atMs) => Math.max(left.roundTripMs(atMs), right.roundTripMs(atMs)),
    jitter: Math.max(left.jitter, right.jitter),
    bitsPerSecond: Math.min(left.bitsPerSecond, right.bitsPerSecond),
  };
}

function eitherOf(left: Spans, right: Spans): Spans {
  return {
    add: left.add,
    covers: (atMs) => left.covers(atMs) || right.covers(atMs),
    endAfter(atMs) {
      const endMs = right.endAfter(left.endAfter(atMs));
      return endMs === atMs ? atMs : this.endAfter(endMs);
    },
    beginsWithin(afterMs, toMs) {
      const begins = [left, right].flatMap((one) => one.beginsWithin(afterMs, toMs) ?? []);
      return begins.length === 0 ? null : Math.min(...begins);
    },
  };
}
