import { describe, expect, it } from 'vitest';
import { services } from '../../../lib/catalog/index.ts';
import { isSocket, isTransfer } from '../../../lib/catalog/target-kinds.ts';
import type { Standing } from '../../../lib/model/standing.ts';
import { targetsInTurn } from '../../../lib/round/turns.ts';
import { at } from '../../helpers/clock.ts';
import { aStanding, standingsOf } from '../../helpers/rounds.ts';

const chosen = services.filter(({ enabledByDefault }) => enabledByDefault);
const voters = chosen.flatMap((service) =>
  service.targets
    .filter((target) => target.votes && !isTransfer(target) && target.id !== service.sentinel)
    .map((target) => ({
      id: target.id,
      isRequired: service.roles.some(({ role, required }) => required && role === target.role),
    })),
);

/** The standings after a pulse that tried these. */
function after(standings: Map<string, Standing>, tried: string[], seconds: number) {
  const next = chosen.map((service) => {
    const before = standings.get(service.id) ?? aStanding({ service: service.id });
    const windows = service.targets
      .filter(({ id }) => tried.includes(id))
      .map(({ id }) => ({ target: id, tries: [], sum: 0, at: at(seconds), mostlyFails: false }));
    const kept = (before.windows ?? []).filter(({ target }) => !tried.includes(target));
    return { ...before, windows: [...kept, ...windows] };
  });
  return standingsOf(...next);
}

/** What had a turn in each of so many pulses, a quarter of an hour apart. */
function turns(pulses: number, begin = new Map<string, Standing>()): string[][] {
  let standings = begin;
  return Array.from({ length: pulses }, (_, pulse) => {
    const tried = targetsInTurn(chosen, standings);
    standings = after(standings, tried, (pulse + 1) * 900);
    return tried;
  });
}

describe('the turns of targets', () => {
  it('come to three in each pulse, none of them a sentinel or without a vote', () => {
    const ids = targetsInTurn(chosen, new Map());

    expect(ids).toHaveLength(3);
    expect(voters.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });

  it('reach all that services require within 90 minutes', () => {
    const seen = new Set(turns(6).flat());

    const required = voters.filter(({ isRequired }) => isRequired);
    expect(required.length).toBeGreaterThan(10);
    expect(required.filter(({ id }) => !seen.has(id))).toEqual([]);
  });

  it('are those of WebSockets together, as each pulse with one opens a document for it', () => {
    let standings = new Map<string, Standing>();
    // A full round asks one after the other.
    for (const [index, { id }] of voters.entries()) standings = after(standings, [id], index);
    const socketIds = new Set(
      chosen.flatMap(({ targets }) => targets.filter(isSocket).map(({ id }) => id)),
    );

    const pulses = turns(10, standings);

    const sockets = pulses.map((ids) => ids.filter((id) => socketIds.has(id)).length);
    expect(sockets.filter((count) => count > 0)).toEqual([3, 3]);
    const required = voters.filter(({ isRequired }) => isRequired).length;
    expect(new Set(pulses.slice(0, 5).flat()).size).toBe(required);
  });
});
