import { describe, expect, it } from 'vitest';
import { addToDraft, newDraft } from '../../../../lib/history/index/draft.ts';
import type { Round } from '../../../../lib/model/round.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import { live } from '../../../accuracy/person.ts';
import { situations } from '../../../accuracy/situations/index.ts';

interface Lived {
  round: Round;
  standings: readonly Standing[];
}

const nothing = async () => undefined;

/** The states of a service that standings tell one after the other, with the rounds that confirmed each. */
function changesIn(lived: readonly Lived[]) {
  const before = new Map<string, string>();
  return lived.flatMap(({ round, standings }) =>
    standings.flatMap(({ service, state, rounds }) => {
      if (state === 'insufficient' || !round.services.some(({ id }) => id === service)) return [];
      const from = before.get(service);
      before.set(service, state);
      if (from === undefined || from === state) return [];
      // A simulated round that is recorded twice is counted twice.
      return [{ service, from, to: state, roundId: round.id, confirmedBy: [...new Set(rounds)] }];
    }),
  );
}

describe('the transitions of a simulated person', () => {
  it.each([
    'reset on name',
    'reset by chance, 90 %',
    'silence by chance, 50 %',
    'name removed, mild loss',
  ])('are the changes of standings, with the rounds that confirmed them: %s', async (id) => {
    const situation = situations.find((one) => one.id === id);
    if (situation === undefined) throw new Error(`There is no situation ${id}.`);
    const lived: Lived[] = [];
    await live({ situation, seeds: [5, 1], rounds: 60 }, (one) => lived.push(one));
    const draft = newDraft({
      day: nothing,
      month: nothing,
      transitions: nothing,
      round: async (number) => lived[number - 1]?.round,
    });

    for (const [index, { round }] of lived.entries()) await addToDraft(draft, index + 1, round);

    const transitions = [...draft.transitions.values()].flatMap((one) => one.transitions);
    const told = transitions.map(({ service, from, to, roundId, witnesses }) => ({
      service,
      from,
      to,
      roundId,
      confirmedBy: witnesses.map((one) => one.roundId),
    }));
    expect(told).toEqual(changesIn(lived));
    expect(told.length).toBeGreaterThan(0);
  });
});
