import { expect, it } from 'vitest';
import { error } from '../../../accuracy/browser/flow.ts';
import type { World } from '../../../accuracy/browser/world.ts';
import { aWorld } from '../../../accuracy/situations/lines.ts';
import { hostsOf } from '../../../accuracy/situations/services.ts';
import type { Setting } from '../../../accuracy/situations/situation.ts';
import { aTimedRound } from '../../../helpers/timed-round.ts';

/** Tenths of a second, from before the first handshakes with a service's addresses until after the last of them. */
const lengths = Array.from({ length: 31 }, (_, index) => 2 + index / 10);

/** A service's own servers reset every handshake at the start of a round, with a name or without. */
function restarting(id: string, seconds: number) {
  return (setting: Setting): World => {
    const world = aWorld(setting, { roundTripMs: 60 });
    const service = setting.catalog.services.find((one) => one.id === id);
    if (service === undefined) throw new Error(`No service ${id}.`);
    const names = [...hostsOf(service)];
    const own = new Set([...names, ...names.flatMap((name) => [...world.addressesOf(name)])]);
    const endMs = setting.startMs + seconds * 1_000;
    world.obstacles.push(({ host }, step, atMs) =>
      step === 'hello' && own.has(host) && atMs < endMs ? error('CONNECTION_RESET') : null,
    );
    return world;
  };
}

it.each(['telegram', 'max', 'vk'])(
  'lays nothing to the names of %s while its servers restart',
  async (id) => {
    const proven: string[] = [];
    for (const seconds of lengths) {
      const { states } = await aTimedRound(restarting(id, seconds), { seed: 3 });
      const { state, mechanisms = [] } = states.services.find((one) => one.id === id) ?? {};
      const isProven = state === 'blocked' || mechanisms.some((one) => one.endsWith('.sni'));
      if (isProven) proven.push(`${seconds} s: ${state} ${mechanisms.join(', ')}`);
    }

    expect(proven).toEqual([]);
  },
);

it('asks a name no more once it got through, nor where its addresses fail as well', async () => {
  const attempts: string[] = [];
  for (const seconds of lengths) {
    const { round } = await aTimedRound(restarting('max', seconds), { seed: 3 });
    const max = round.services.find(({ id }) => id === 'max');
    const web = max?.targets.find(({ id }) => id === 'max/web')?.attempts ?? [];
    attempts.push(web.map(({ ok }) => (ok ? '.' : 'x')).join(''));
  }

  // The second answer is that to a question after the states are told.
  expect(attempts.filter((one) => one.endsWith('...') || one.includes('xxxx'))).toEqual([]);
  expect(attempts).toContain('xxx..');
});
