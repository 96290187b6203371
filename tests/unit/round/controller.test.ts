import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../../lib/model/journal.ts';
import type { HttpObservation } from '../../../lib/observe/http.ts';
import type { RoundStore } from '../../../lib/round/round-store.ts';
import { aCatalog, aService, aTarget } from '../../helpers/catalog.ts';
import { at } from '../../helpers/clock.ts';
import { aControllerWorld } from '../../helpers/controller-world.ts';
import { rejectWhenAborted } from '../../helpers/http-world.ts';
import { aFailedObservation } from '../../helpers/observations.ts';
import { aRoundWorld } from '../../helpers/round-world.ts';
import { aStanding, standingsOf } from '../../helpers/rounds.ts';

/** A network that delays its first answers until the test releases them. */
function aHeldWorld() {
  let release: () => void = () => undefined;
  const held = new Promise<Partial<HttpObservation>>((resolve) => {
    release = () => resolve({});
  });
  const world = aRoundWorld(({ signal }) => Promise.race([held, rejectWhenAborted(signal)]));
  return { ...world, release };
}

/** Polls for a state that no event announces. */
function soon(assertion: () => void): Promise<void> {
  return vi.waitFor(assertion, { interval: 1 });
}

it('asks what belongs to the home that the person has when it starts', async () => {
  const asked: (string | null)[] = [];
  const catalog = aCatalog({ home: { country: 'IR', languages: ['fa'], cities: [] } });
  const catalogFor = async (country: string | null) => {
    asked.push(country);
    return catalog;
  };
  const world = aControllerWorld(aRoundWorld(), { catalog, catalogFor });
  const end = world.ended();
  await world.controller.start('manual', null);
  await end;

  expect(asked.length).toBeGreaterThan(1);
  expect(new Set(asked)).toEqual(new Set(['IR']));
});

describe('a round that is started', () => {
  it('is recorded once and empties the journal', async () => {
    const world = aControllerWorld(aRoundWorld());
    const end = world.ended();

    const id = await world.controller.start('manual', null);
    const round = await end;

    expect(round).toMatchObject({ id, trigger: 'manual', services: [{ id: 'chat', state: 'ok' }] });
    expect(world.recorded).toEqual([{ round, standings: [expect.anything()], full: true }]);
    expect(world.journal).toEqual([]);
    expect(world.controller.progress()).toBeNull();
  });

  it('is recorded without an address that is not a service’s own', async () => {
    const { tools } = aRoundWorld(() => ({ remoteIp: '93.184.216.34' }));
    const world = aControllerWorld({ tools });
    const end = world.ended();

    await world.controller.start('manual', null);

    expect(JSON.stringify([await end, world.recorded])).not.toContain('93.184.216.34');
  });

  it('is judged with the earlier standings', async () => {
    const standings = standingsOf(aStanding());
    const { tools } = aRoundWorld(({ url }) =>
      url.startsWith('https://web.chat') ? aFailedObservation() : {},
    );
    const world = aControllerWorld({ tools }, { standings });
    const end = world.ended();

    await world.controller.start('schedule', null);

    expect((await end)?.services).toMatchObject([{ state: 'ok', roundState: 'likely_blocked' }]);
    expect(world.recorded[0]?.standings).toMatchObject([{ candidate: 'likely_blocked' }]);
  });

  it('is a pulse if the schedule starts it soon after a full round', async () => {
    const standings = standingsOf(aStanding());
    const world = aControllerWorld(aRoundWorld(), { standings, lastFullAt: at(-60) });
    const end = world.ended();

    await world.controller.start('schedule', null);
    await end;

    expect(world.recorded).toMatchObject([{ full: false }]);
  });

  it('shows its progress from the start', async () => {
    const held = aHeldWorld();
    const world = aControllerWorld(held);
    const end = world.ended();

    const id = await world.controller.start('manual', null);

    expect(world.onStarted).toHaveBeenCalledOnce();
    expect(world.controller.progress()).toMatchObject({ roundId: id, trigger: 'manual' });
    held.release();
    await end;
    expect(world.shown.at(-1)?.services).toMatchObject([{ stage: 'done' }]);
  });
});

/** The recording of a scheduled round has begun, and ends when the test says so. */
async function whileItIsRecorded() {
  const recording = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const recordRound = async () => {
    begun.resolve();
    await recording.promise;
  };
  const world = aControllerWorld(aRoundWorld(), { store: { recordRound } });
  const scheduled = await world.controller.start('schedule', null);
  await begun.promise;
  return { world, recording, scheduled };
}

describe('a round that is started while another runs', () => {
  it.each([
    ['manual', 'manual'],
    ['manual', 'schedule'],
    ['schedule', 'schedule'],
    ['schedule', 'network-change'],
  ] as const)('joins it: %s, then %s', async (first, second) => {
    const held = aHeldWorld();
    const world = aControllerWorld(held);
    const end = world.ended();

    const id = await world.controller.start(first, null);
    const joined = await world.controller.start(second, null);
    held.release();
    await end;

    expect(joined).toBe(id);
    expect(world.recorded).toHaveLength(1);
  });

  it('replaces a scheduled round if a person starts it, and the scheduled one is not recorded', async () => {
    const held = aHeldWorld();
    const world = aControllerWorld(held);

    const scheduled = await world.controller.start('schedule', null);
    const end = world.ended();
    const manual = await world.controller.start('manual', null);
    held.release();

    expect((await end)?.id).toBe(manual);

    expect(manual).not.toBe(scheduled);
    expect(world.recorded).toMatchObject([{ round: { id: manual, trigger: 'manual' } }]);
    expect(world.replaced).toEqual([]);
  });

  it('tells of the scheduled one as recorded where it was being recorded already', async () => {
    const { world, recording, scheduled } = await whileItIsRecorded();
    const end = world.ended();
    const manual = await world.controller.start('manual', null);
    recording.resolve();

    expect((await end)?.id).toBe(manual);
    expect(world.states.map(({ id }) => id)).toEqual([scheduled]);
    expect(world.replaced).toEqual([{ id: scheduled, failure: undefined }]);
  });

  it('tells of the scheduled one as lost where it could not be recorded', async () => {
    const { world, recording, scheduled } = await whileItIsRecorded();
    await world.controller.start('manual', null);
    recording.reject(full);
    await world.controller.idle();

    expect(world.replaced).toEqual([{ id: scheduled, failure: full }]);
  });
});

describe('a round that the settings forbid', () => {
  it('is refused, and sends nothing', async () => {
    const round = aRoundWorld();
    const world = aControllerWorld(round, { refusalOf: () => 'not-agreed' });

    const starting = world.controller.start('manual', null);

    await expect(starting).rejects.toThrow(/^agreed: found false, allowed: true/);
    expect(world.onStarted).not.toHaveBeenCalled();
    expect(round.probed).toEqual([]);
    expect(world.journal).toEqual([]);
  });

  it('is refused for the triggers that are forbidden, and for no others', async () => {
    const world = aControllerWorld(aRoundWorld(), {
      refusalOf: (trigger) => (trigger === 'manual' ? null : 'paused'),
    });
    const end = world.ended();

    await expect(world.controller.start('schedule', null)).rejects.toThrow('paused');
    const id = await world.controller.start('manual', null);

    expect(await end).toMatchObject({ id });
  });
});

describe('a round of the services that the person wants', () => {
  const catalog = aCatalog({ services: ['one', 'two'].map((id) => aService({ id })) });

  it('asks no others, and counts as a full one', async () => {
    const world = aControllerWorld(aRoundWorld(), { catalog, wantedServices: ['two'] });
    const end = world.ended();

    await world.controller.start('manual', null);
    const round = await end;

    expect(round?.services.map(({ id }) => id)).toEqual(['two']);
    expect(world.recorded).toMatchObject([{ full: true }]);
  });

  it('counts as a full one only if something could be judged', async () => {
    const offline = aRoundWorld(() => aFailedObservation(), { isOnline: () => false });
    const world = aControllerWorld(offline, { catalog });
    const end = world.ended();

    await world.controller.start('manual', null);
    const round = await end;

    expect(round?.network.state).toBe('offline');
    expect(world.recorded).toMatchObject([{ full: false }]);
  });

  it('counts as a full one only if it has all of them', async () => {
    const world = aControllerWorld(aRoundWorld(), { catalog });
    const end = world.ended();

    await world.controller.start('manual', ['two']);
    await end;

    expect(world.recorded).toMatchObject([{ full: false }]);
  });
});

describe('a round that is cancelled', () => {
  it('is not recorded, and leaves no journal', async () => {
    const world = aControllerWorld(aHeldWorld());
    const end = world.ended();
    await world.controller.start('manual', null);
    await soon(() => expect(world.journal).not.toEqual([]));

    expect(world.controller.cancel()).toBe(true);

    expect(await end).toBeNull();
    expect(world.recorded).toEqual([]);
    expect(world.journal).toEqual([]);
    expect(world.controller.progress()).toBeNull();
    expect(world.failures).toEqual([]);
  });

  it('leaves no journal, though an entry was still being written', async () => {
    const journal: JournalEntry[] = [];
    let endWrite: (() => void) | undefined;
    const { tools } = aRoundWorld(({ url, signal }) =>
      url.includes('slow') ? rejectWhenAborted(signal) : {},
    );
    const targets = ['first', 'quick', 'slow'].map((id) =>
      aTarget({ id, urls: [`https://${id}.example/`] }),
    );
    const world = aControllerWorld(
      { tools },
      {
        catalog: aCatalog({ services: [aService({ targets })] }),
        store: {
          async appendJournal(entries) {
            const isHeld = (entry: JournalEntry) =>
              entry.kind === 'target' && entry.target === 'quick';
            if (entries.some(isHeld)) await new Promise<void>((resolve) => (endWrite = resolve));
            journal.push(...entries);
          },
          async clearJournal() {
            journal.length = 0;
          },
        },
      },
    );
    const end = world.ended();
    await world.controller.start('manual', null);
    await soon(() => expect(endWrite).toBeDefined());

    world.controller.cancel();
    await nextTurn();
    endWrite?.();
    await end;
    await nextTurn();

    expect(journal).toEqual([]);
  });

  it('leaves nothing running once the controller is idle', async () => {
    const world = aControllerWorld(aHeldWorld());
    await world.controller.idle();
    await world.controller.start('schedule', null);
    await world.controller.start('manual', null);

    world.controller.cancel();
    await world.controller.idle();

    expect(world.controller.progress()).toBeNull();
    expect(world.recorded).toEqual([]);
    expect(world.journal).toEqual([]);
  });

  it('needs a running round', () => {
    const world = aControllerWorld(aRoundWorld());

    expect(world.controller.cancel()).toBe(false);
  });
});

const full = new DOMException('no room', 'QuotaExceededError');

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const fails = () => Promise.reject(full);

describe('a round that cannot be recorded', () => {
  it('is over with its result, says why it is not kept, and leaves no journal', async () => {
    const world = aControllerWorld(aRoundWorld(), { store: { recordRound: fails } });
    const end = world.ended();

    await world.controller.start('manual', null);

    expect(await end).toMatchObject({ services: [{ id: 'chat', state: 'ok' }] });
    expect(world.failures).toEqual([full]);
    expect(world.journal).toEqual([]);
  });

  it('is not recorded over a history that cannot be read', async () => {
    const store = { readStandings: fails, lastFullAt: fails, readControlMemory: fails };
    const world = aControllerWorld(aRoundWorld(), { store });
    const end = world.ended();

    await world.controller.start('manual', null);

    expect(await end).toMatchObject({ services: [{ id: 'chat', state: 'ok' }] });
    expect(world.failures).toEqual([full]);
    expect(world.recorded).toEqual([]);
  });
});

describe('a round whose journal cannot be written', () => {
  it.each([1, 3])('goes on to its end and is recorded, from entry %d on', async (first) => {
    let written = 0;
    const appendJournal = async () => {
      written += 1;
      if (written >= first) throw full;
    };
    const world = aControllerWorld(aRoundWorld(), { store: { appendJournal } });
    const end = world.ended();

    const id = await world.controller.start('manual', null);

    expect(await end).toMatchObject({ id, services: [{ id: 'chat', state: 'ok' }] });
    expect(world.recorded).toHaveLength(1);
    expect(world.failures).toEqual([]);
    expect(written, 'no further tries').toBe(first);
  });

  it('is not begun over a journal that cannot be cleared', async () => {
    const appendJournal = vi.fn(async () => undefined);
    const store = { clearJournal: fails, appendJournal };
    const world = aControllerWorld(aRoundWorld(), { store });
    const end = world.ended();

    await world.controller.start('manual', null);

    expect(await end).toMatchObject({ services: [{ state: 'ok' }] });
    expect(appendJournal).not.toHaveBeenCalled();
  });
});

it('ends all of a round where a part of it fails', async () => {
  const broken = new Error('broken');
  // The other service fails, and so is asked again and again.
  const { tools, probed } = aRoundWorld(({ url }) =>
    url.includes('two.example') ? aFailedObservation() : {},
  );
  const services = ['one', 'two'].map((id) =>
    aService({ id, targets: [aTarget({ id: `${id}/web`, urls: [`https://${id}.example/`] })] }),
  );
  const isPermitted: typeof tools.isPermitted = (url) =>
    url.includes('one.example') ? Promise.reject(broken) : Promise.resolve(true);
  const world = aControllerWorld(
    { tools: { ...tools, isPermitted } },
    { catalog: aCatalog({ services }) },
  );
  const end = world.ended();
  await world.controller.start('manual', null);

  expect(await end).toBeNull();
  const atTheEnd = probed.length;
  for (let turn = 0; turn < 50; turn += 1) await nextTurn();

  expect(world.failures).toEqual([broken]);
  expect(probed).toHaveLength(atTheEnd);
});

describe('a round whose states are known before its labels', () => {
  const silence = aFailedObservation({ failure: 'generic_timeout_error', browserError: null });

  /** A world in which a service is silent, and the attempt that deepens its label is held. */
  function aSilentWorld() {
    const slow = Promise.withResolvers<typeof silence>();
    const { tools, ...rest } = aRoundWorld(({ url }) => (url.includes('chat') ? silence : {}));
    const probeSlowly: typeof tools.probeSlowly = async (request) => {
      const seen = await Promise.race([slow.promise, rejectWhenAborted(request.signal)]);
      return { ...(await tools.probe(request)), ...seen };
    };
    return { ...rest, tools: { ...tools, probeSlowly }, release: () => slow.resolve(silence) };
  }

  it('is recorded twice under one id, and its progress says so in between', async () => {
    const silent = aSilentWorld();
    const world = aControllerWorld(silent);
    const end = world.ended();
    const id = await world.controller.start('manual', null);
    await soon(() => expect(world.states).toHaveLength(1));

    expect(world.states[0]).toMatchObject({ id, services: [{ state: 'likely_blocked' }] });
    expect(world.recorded).toHaveLength(1);
    expect(world.controller.progress()).toMatchObject({ roundId: id, judged: true });
    silent.release();
    const round = await end;

    expect(world.recorded.map((one) => one.round.id)).toEqual([id, id]);
    expect(round?.services[0]?.targets[0]?.attempts).toHaveLength(4);
    expect(world.shown.at(0)?.judged).toBeUndefined();
  });

  it('counts once for what is shown, though it is recorded twice', async () => {
    const standings = standingsOf(aStanding());
    const silent = aSilentWorld();
    const recordRound: RoundStore['recordRound'] = async (finished) => {
      for (const one of finished.standings) standings.set(one.service, one);
    };
    const world = aControllerWorld(silent, { standings, store: { recordRound } });
    const end = world.ended();
    await world.controller.start('manual', null);
    await soon(() => expect(world.states).toHaveLength(1));
    silent.release();

    expect((await end)?.services[0]).toMatchObject({
      state: 'ok',
      roundState: 'likely_blocked',
      // A change that awaits confirmation.
      confidence: 'low',
    });
  });

  it('counts as a full one only at its end', async () => {
    const silent = aSilentWorld();
    const world = aControllerWorld(silent);
    const end = world.ended();
    await world.controller.start('manual', null);
    await soon(() => expect(world.states).toHaveLength(1));
    silent.release();
    await end;

    expect(world.recorded.map((one) => one.full)).toEqual([false, true]);
  });

  it('keeps its states where it is cancelled before its end', async () => {
    const world = aControllerWorld(aSilentWorld());
    const end = world.ended();
    const id = await world.controller.start('manual', null);
    await soon(() => expect(world.states).toHaveLength(1));

    world.controller.cancel();

    expect(await end).toMatchObject({ id, services: [{ state: 'likely_blocked' }] });
    expect(world.failures).toEqual([]);
  });

  it('is not joined by a person who asks again', async () => {
    const silent = aSilentWorld();
    const world = aControllerWorld(silent);
    const id = await world.controller.start('manual', null);
    await soon(() => expect(world.states).toHaveLength(1));

    const next = await world.controller.start('manual', null);
    silent.release();
    await world.controller.idle();

    expect(next).not.toBe(id);
    expect(world.recorded.map((one) => one.round.id)).toEqual([id, next, next]);
    expect(world.replaced, 'its states were told before').toEqual([]);
  });

  it('is lost where its states could not be recorded before it was cancelled', async () => {
    const world = aControllerWorld(aSilentWorld(), { store: { recordRound: fails } });
    const end = world.ended();
    const id = await world.controller.start('manual', null);
    await soon(() => expect(world.states).toHaveLength(1));

    world.controller.cancel();

    expect(await end).toMatchObject({ id });
    expect(world.failures).toEqual([full]);
  });

  it('is lost where its states could not be recorded before another replaced it', async () => {
    const silent = aSilentWorld();
    const world = aControllerWorld(silent, { store: { recordRound: fails } });
    const id = await world.controller.start('manual', null);
    await soon(() => expect(world.states).toHaveLength(1));

    const next = await world.controller.start('manual', null);
    silent.release();
    await world.controller.idle();

    expect(world.replaced).toEqual([{ id, failure: full }]);
    expect(
      world.states.map((round) => round.id),
      'told once',
    ).toEqual([id, next]);
  });
});
