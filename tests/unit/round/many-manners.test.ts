import { expect, it } from 'vitest';
import { addressOf, error, silence } from '../../accuracy/browser/flow.ts';
import type { World } from '../../accuracy/browser/world.ts';
import { pathLoss } from '../../accuracy/line/loss.ts';
import { aWorld } from '../../accuracy/situations/lines.ts';
import { hostsOf } from '../../accuracy/situations/services.ts';
import type { Setting } from '../../accuracy/situations/situation.ts';
import { aTimedRound } from '../../helpers/timed-round.ts';

const seeds = Array.from({ length: 6 }, (_, index) => index + 1);

/** Seconds between two handshakes with a host. */
const rests = { Chromium: 1, Firefox: 2 };

/**
 * Russia in February 2026: names removed, handshakes reset or met with silence, and nearly all packets to Telegram
 * lost. Only Max and VK open.
 */
function inFebruary(setting: Setting): World {
  const { random, catalog } = setting;
  const hosts = (...ids: string[]) =>
    hostsOf(...catalog.services.filter(({ id }) => ids.includes(id)));
  const removed = new Set([
    ...hosts('messenger'),
    ...[...hosts('whatsapp')].filter((host) => host.endsWith('.whatsapp.com')),
  ]);
  const silent = hosts('signal');
  const cut = hosts('viber', 'facetime', 'snapchat', 'discord');
  const lost = new Set([...hosts('telegram')].flatMap((host) => [host, addressOf(host)]));
  const loss = pathLoss(random, 0.95, (host) => lost.has(host));
  const world = aWorld(setting, { roundTripMs: 60, loss });
  world.obstacles.push(({ host, sni }, step) => {
    if (step === 'resolve' && removed.has(host)) return error('NAME_NOT_RESOLVED');
    if (step !== 'hello' || sni === null) return null;
    if (silent.has(sni)) return silence;
    return cut.has(sni) ? error('CONNECTION_RESET') : null;
  });
  return world;
}

it.each(Object.entries(rests))(
  'where services fail in many manners, all have a word within 12 s and their states within 20 s in %s',
  async (_browser, restSeconds) => {
    for (const seed of seeds) {
      const { wordsAfter, statesAfter, states } = await aTimedRound(inFebruary, {
        seed,
        asksThroughDetour: seed % 2 === 0,
        restMs: restSeconds * 1_000,
      });
      const words = [...wordsAfter.values()];
      const failing = words.filter(({ word }) => word !== 'opens');
      const secondsOf = (list: typeof words) => list.map(({ seconds }) => seconds);

      expect(wordsAfter.size).toBe(states.services.length);
      expect(Math.max(...secondsOf(words))).toBeLessThanOrEqual(12);
      expect(Math.min(...secondsOf(failing))).toBeLessThanOrEqual(5);
      expect(statesAfter).toBeLessThanOrEqual(20);
      expect(states.network.state).toBe('normal');
      expect(Object.fromEntries(states.services.map(({ id, state }) => [id, state]))).toEqual({
        whatsapp: 'blocked',
        telegram: 'likely_blocked',
        signal: 'likely_blocked',
        viber: 'blocked',
        facetime: 'blocked',
        snapchat: 'blocked',
        discord: 'blocked',
        messenger: 'blocked',
        max: 'ok',
        vk: 'ok',
      });
    }
  },
);
