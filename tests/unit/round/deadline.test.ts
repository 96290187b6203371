import { describe, expect, it } from 'vitest';
import { emptyRecord } from '../../../lib/round/round-record.ts';
import { runRound } from '../../../lib/round/run.ts';
import { aCatalog, aControl, aService, aTarget } from '../../helpers/catalog.ts';
import { aFailedObservation } from '../../helpers/observations.ts';
import { aRoundWorld, countsOf } from '../../helpers/round-world.ts';
import { aPlan } from '../../helpers/rounds.ts';

const silence = aFailedObservation({ failure: 'generic_timeout_error', browserError: null });
const web = 'https://web.chat.example/';
const media = 'https://media.chat.example/';
const service = aService({
  targets: [aTarget(), aTarget({ id: 'chat/media', role: 'media', urls: [media] })],
});

/** Runs a round with a silent service; each attempt lasts a number of seconds. */
async function run(seconds: number, controlMs = 100) {
  const world = aRoundWorld(({ url }) => {
    if (!url.includes('chat')) return { totalMs: controlMs };
    world.pass(seconds);
    return silence;
  });
  await runRound({
    catalog: aCatalog({ services: [service] }),
    record: emptyRecord(aPlan()),
    signal: new AbortController().signal,
    tools: { ...world.tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
  });
  return countsOf(world.probed);
}

describe('a round that lasts long', () => {
  it('starts no probe after 50 s', async () => {
    expect(await run(52)).toMatchObject({ [web]: 1 });
    expect((await run(52))[media]).toBeUndefined();
    // Three for its state, and one that deepens its label.
    expect(await run(5)).toMatchObject({ [web]: 4 });
  });

  it('has 70 s on a slow network', async () => {
    expect(await run(30, 900)).toMatchObject({ [web]: 3 });
    expect(await run(75, 900)).toMatchObject({ [web]: 1 });
  });
});

describe('a control that was silent at the first gate', () => {
  const controls = ['a', 'b', 'c'].map((id) =>
    aControl({ id, url: `https://${id}.control.example/` }),
  );

  it('is probed once more during the round, without delaying it', async () => {
    const { tools, probed } = aRoundWorld(({ url }) => (url.includes('//c.') ? silence : {}));

    const observed = await runRound({
      catalog: aCatalog({ controls, services: [aService()] }),
      record: emptyRecord(aPlan()),
      signal: new AbortController().signal,
      tools: { ...tools, writeJournal: async () => undefined },
      onProgress: () => undefined,
    });

    expect(countsOf(probed)).toMatchObject({ 'https://c.control.example/': 2 });
    expect(observed.controls.find(({ id }) => id === 'c')?.attempts).toHaveLength(2);
    expect(observed.network.state).toBe('normal');
  });
});
