import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reschedule } from '../../../../../lib/browser/worker/checks/schedule.ts';
import { refusalNow } from '../../../../../lib/browser/worker/refusal.ts';
import { createSettingsKeeper } from '../../../../../lib/browser/worker/settings/settings-changes.ts';
import { createTelling } from '../../../../../lib/browser/worker/settings/tell-settings.ts';
import { changeCheckSettings } from '../../../../../lib/browser/worker/stored/check-settings.ts';
import type { AllSettings } from '../../../../../lib/messages/protocol.ts';
import type { RoundProgress } from '../../../../../lib/model/progress.ts';
import type { RoundController } from '../../../../../lib/round/controller.ts';
import { defaultCheckSettings } from '../../../../../lib/settings/check-settings.ts';
import { at } from '../../../../helpers/clock.ts';
import { rewriteStorageSlowly } from '../../../../helpers/rewritten-storage.ts';

vi.mock(import('../../../../../lib/browser/worker/checks/schedule.ts'), () => ({
  reschedule: vi.fn(),
}));

const { local } = fakeBrowser.storage;

function aKeeper(
  forgetExits = async () => undefined,
  controller: Pick<RoundController, 'progress' | 'cancel'> = {
    progress: () => null,
    cancel: () => false,
  },
) {
  const told: AllSettings[] = [];
  const forgetOld = vi.fn();
  const forgetting = vi.fn<() => Promise<void>>(forgetExits);
  const keeper = createSettingsKeeper(controller, {
    tell: createTelling((settings) => told.push(settings)),
    forgetOld,
    forgetExits: forgetting,
  });
  return { keeper, told, forgetOld, forgetExits: forgetting };
}

beforeEach(() => {
  const manifest = { manifest_version: 3, name: 'Dozvon', version: '1' } as const;
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest);
});
afterEach(() => {
  vi.resetAllMocks();
  fakeBrowser.reset();
});

it('answers a change with what was changed while it took effect', async () => {
  const { keeper, forgetOld } = aKeeper();
  vi.mocked(reschedule).mockImplementationOnce(async () => {
    await changeCheckSettings((before) => ({ ...before, discreet: true }));
  });

  const answer = await keeper.change({ keptDays: 7 });

  expect(answer).toMatchObject({ keptDays: 7, discreet: true });
  expect(forgetOld).toHaveBeenCalledOnce();
});

it('changes of the route what is named alone, whatever pages believe of the rest', async () => {
  await local.set({ routing: { recordExit: true, homeCountry: 'KZ' } });
  const { keeper, told, forgetExits } = aKeeper();

  const changes = [{ recordExit: false }, { compareCalls: true }, { askCalls: false }];
  const answers = await Promise.all(changes.map((one) => keeper.changeRouting(one)));

  const after = { recordExit: false, compareCalls: true, askCalls: false, homeCountry: 'KZ' };
  expect(answers.at(-1)).toMatchObject(after);
  expect(told.at(-1)?.routingSettings).toMatchObject(after);
  expect((await local.get('routing')).routing).toMatchObject(after);
  expect(forgetExits).toHaveBeenCalledOnce();
});

it('leaves it open whether the route is looked at where the person has not decided', async () => {
  const { keeper } = aKeeper();

  const { showRouting } = await keeper.changeRouting({ compareCalls: true });

  expect(showRouting).toBe(true);
  expect((await local.get('routing')).routing).not.toHaveProperty('showRouting', true);
});

it.each([
  ['no longer to be kept', true, { recordExit: false }, 1],
  ['not kept anyway', false, { recordExit: false }, 0],
  ['to be kept', false, { recordExit: true }, 0],
  ['kept, and something else changes', true, { askCalls: false }, 0],
])('has exits forgotten where they are %s', async (_case, recordExit, change, times) => {
  await local.set({ routing: { recordExit } });
  const { keeper, forgetExits } = aKeeper();

  await keeper.changeRouting(change);

  expect(forgetExits).toHaveBeenCalledTimes(times);
});

it('keeps no further exits though those before cannot be forgotten, and says so', async () => {
  await local.set({ routing: { recordExit: true } });
  const { keeper, told } = aKeeper(() => Promise.reject(new Error('the history is damaged')));

  await expect(keeper.changeRouting({ recordExit: false })).rejects.toThrow('damaged');

  expect(told).toMatchObject([{ routingSettings: { recordExit: false } }]);
});

it('changes nothing about the route while the storage is written anew', async () => {
  await local.set({ routing: { recordExit: true } });
  const { rewritten, finish } = rewriteStorageSlowly();
  const { keeper } = aKeeper();

  const changed = keeper.changeRouting({ compareCalls: true });
  await nextTurn();
  finish();

  await rewritten;
  expect(await changed).toMatchObject({ recordExit: true, compareCalls: true });
});

it.each([
  ['schedule', { pausedUntil: 'resumed' }, 1],
  ['schedule', { services: { chat: false } }, 0],
  ['manual', { pausedUntil: 'resumed' }, 0],
] as const)(
  'of rounds that began meanwhile, ends a %s one at %j %i times',
  async (trigger, change, times) => {
    await local.set({ checks: { ...defaultCheckSettings, agreed: true } });
    let running: RoundProgress | null = null;
    const cancel = vi.fn<() => boolean>(() => true);
    const { keeper } = aKeeper(undefined, { progress: () => running, cancel });
    // As the controller starts a round: it begins by the settings that were there when it asked.
    const starting = refusalNow(trigger).then((refusal) => {
      if (refusal === null)
        running = { roundId: 'round-1', trigger, startedAt: at(0), services: [] };
    });

    await keeper.organise((before) => ({ ...before, ...change }));
    await starting;

    expect(running).not.toBeNull();
    expect(cancel).toHaveBeenCalledTimes(times);
  },
);

it('resets the settings of the route, but for whether exits are kept, and tells pages', async () => {
  await local.set({ routing: { recordExit: true, homeCountry: 'KZ', showRouting: false } });
  const { keeper, told, forgetExits } = aKeeper();

  await keeper.reset();

  const after = { recordExit: true, homeCountry: null, showRouting: true };
  expect(told).toMatchObject([{ routingSettings: after }]);
  expect(forgetExits).not.toHaveBeenCalled();
});
