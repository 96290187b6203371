import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followPolicy } from '../../../../../lib/browser/worker/settings/policy.ts';
import { readServiceChoices } from '../../../../../lib/browser/worker/settings/service-choices.ts';
import {
  changeCheckSettings,
  readCheckSettings,
} from '../../../../../lib/browser/worker/stored/check-settings.ts';
import {
  changeOwnServices,
  readOwnServices,
} from '../../../../../lib/browser/worker/stored/own-services.ts';
import { createQueue } from '../../../../../lib/steps/queue.ts';
import { someOtlp } from '../../../../helpers/upload-settings.ts';

vi.mock(import('../../../../../lib/browser/worker/checks/schedule.ts'), () => ({
  setStaggered: vi.fn(),
}));

/** As they are asked here, without callbacks. */
interface Permissions {
  contains(some: object): Promise<boolean>;
}

const { managed } = fakeBrowser.storage;
const problem = 'everyMinutes: found 7, allowed: 0, 5, 15, 30, 60, 180';

beforeEach(() => {
  const manifest = { manifest_version: 3, name: 'Dozvon', version: '1' } as const;
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest);
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

type Change = Parameters<typeof changeCheckSettings>[0];

/** A worker that looks for a policy when asked, and what it has an upload be. */
function aWorker(beforeChange = async () => {}) {
  const organise = vi.fn(async () => undefined);
  const settings = {
    async organise(change: Change) {
      await beforeChange();
      return (await changeCheckSettings(change)).after;
    },
  };
  const look = followPolicy({ settings, uploads: { organise }, enqueue: createQueue() });
  return { look, organise };
}

it('holds up nobody where the browser never answers whether there is one', async () => {
  vi.spyOn(managed, 'get').mockReturnValue(new Promise(() => undefined) as never);
  const enqueue = createQueue();
  followPolicy({ settings: { organise: vi.fn() }, uploads: { organise: vi.fn() }, enqueue });

  await expect(enqueue(async () => 'deleted')).resolves.toBe('deleted');
});

it('keeps the label of the policy that fits, until one names none', async () => {
  const { look, organise } = aWorker();

  await managed.set({ label: 'Office 3', upload: someOtlp(), locked: ['label'] });
  await look();
  expect(await readCheckSettings()).toMatchObject({
    organisation: { label: 'Office 3', locked: ['label'], problem: null },
  });
  expect(organise).toHaveBeenLastCalledWith(someOtlp({ label: 'Office 3' }));

  await managed.set({ label: 'Office 4', everyMinutes: 7 });
  await look();
  expect(await readCheckSettings()).toMatchObject({ organisation: { label: 'Office 3', problem } });

  await managed.clear();
  await managed.set({ keptDays: 30 });
  await look();
  expect(await readCheckSettings()).toMatchObject({
    keptDays: 30,
    organisation: { label: null, locked: [], problem: null },
  });
});

/** A site that a person added. */
const club = { id: 'own-0a1b2c3d-4e5f', name: 'Club', url: 'https://club.example.org/' };

function aMonitor(id: string) {
  return { kind: 'uptime-kuma', pushUrls: { [id]: 'https://kuma.example.org/api/push/a' } };
}

it('takes monitors for services that are off, and for sites that a person added', async () => {
  const { look, organise } = aWorker();
  await changeOwnServices(() => [{ ...club, contains: null }]);

  await managed.set({ services: { imo: false }, upload: aMonitor('imo') });
  await look();
  await managed.set({ upload: aMonitor(club.id) });
  await look();

  expect(organise.mock.calls).toEqual([[aMonitor('imo')], [aMonitor(club.id)]]);
});

it('takes a policy that did not fit as soon as it does, as after an update of the catalogue', async () => {
  const { look, organise } = aWorker();
  await managed.set({ keptDays: 30, upload: aMonitor(club.id) });
  await look();
  expect(await readCheckSettings()).toMatchObject({
    keptDays: 180,
    organisation: { problem: expect.stringContaining(`found "${club.id}", allowed: whatsapp`) },
  });

  await changeOwnServices(() => [{ ...club, contains: null }]);
  await aWorker().look();
  expect(organise).not.toHaveBeenCalled();
  expect(await readCheckSettings()).toMatchObject({
    keptDays: 30,
    organisation: { upload: true, problem: null },
  });
});

it('writes nothing where a policy does not fit still', async () => {
  await managed.set({ everyMinutes: 7 });
  await aWorker().look();
  const told = vi.fn();
  fakeBrowser.storage.onChanged.addListener(told);

  await aWorker().look();

  expect(await readCheckSettings()).toMatchObject({ organisation: { problem } });
  expect(told).not.toHaveBeenCalled();
});

it('leaves a person’s own site to them, though a policy had the same', async () => {
  const own = { ...club, contains: null };
  await changeOwnServices(() => [own]);
  const { look } = aWorker();
  const permissions: Permissions = fakeBrowser.permissions;
  vi.spyOn(permissions, 'contains').mockResolvedValue(true);
  const { id: _id, ...site } = own;
  const other = { name: 'Office', url: 'https://office.example.org/' };

  await managed.set({ ownServices: [{ name: site.name, url: site.url }, other] });
  await look();
  expect((await readOwnServices()).map(({ name }) => name)).toEqual(['Club', 'Office']);
  await managed.set({ ownServices: [{ name: site.name, url: site.url }] });
  await look();
  await managed.clear();
  await look();

  expect(await readOwnServices()).toEqual([own]);
});

const office = { name: 'Office', url: 'https://office.example.org/' };
const hall = { name: 'Hall', url: 'https://hall.example.org/' };

/** Every service of the catalogue off. */
async function allOff(): Promise<Record<string, boolean>> {
  const choices = await readServiceChoices();
  const known = choices.filter(({ own }) => own === undefined);
  return Object.fromEntries(known.map(({ id }) => [id, false]));
}

function permitSites(areAllowed = true): void {
  const permissions: Permissions = fakeBrowser.permissions;
  vi.spyOn(permissions, 'contains').mockResolvedValue(areAllowed);
}

const namesOfSites = async () => (await readOwnServices()).map(({ name }) => name);
const allOffProblem = 'services: found all off, allowed: at least one on';

it('takes a policy that has its own site checked alone', async () => {
  permitSites();

  await managed.set({ services: await allOff(), ownServices: [office] });
  await aWorker().look();

  expect(await readCheckSettings()).toMatchObject({ organisation: { problem: null } });
  expect(await namesOfSites()).toEqual(['Office']);
});

it('does not take a policy whose own site alone would be checked, and must not be asked', async () => {
  permitSites(false);
  await managed.set({ services: await allOff(), ownServices: [office] });
  await aWorker().look();

  expect(await readCheckSettings()).toMatchObject({ organisation: { problem: allOffProblem } });
  expect(await namesOfSites()).toEqual([]);
});

it('does not count the site of an earlier policy, which goes', async () => {
  permitSites();
  const { look } = aWorker();
  await managed.set({ ownServices: [office] });
  await look();

  await managed.set({ services: await allOff(), ownServices: [], everyMinutes: 60 });
  await look();

  expect(await readCheckSettings()).toMatchObject({
    everyMinutes: 15,
    services: {},
    organisation: { problem: allOffProblem },
  });
  expect(await namesOfSites()).toEqual(['Office']);
});

it('takes a policy that exchanges the only site that is checked', async () => {
  permitSites();
  const { look } = aWorker();
  await managed.set({ services: await allOff(), ownServices: [office] });
  await look();

  await managed.set({ ownServices: [hall] });
  await look();

  expect(await readCheckSettings()).toMatchObject({ organisation: { problem: null } });
  expect(await namesOfSites()).toEqual(['Hall']);
});

it('changes no site where a person turns off meanwhile what a policy leaves on', async () => {
  permitSites();
  const { whatsapp: _left, ...others } = await allOff();
  const beforeChange = vi.fn(async () => {});
  const { look } = aWorker(beforeChange);
  await managed.set({ ownServices: [office] });
  await look();
  beforeChange.mockImplementationOnce(async () => {
    await changeCheckSettings((before) => ({ ...before, services: { whatsapp: false } }));
  });

  await managed.set({ services: others, ownServices: [] });
  await look();

  expect(await readCheckSettings()).toMatchObject({ organisation: { problem: allOffProblem } });
  expect(await namesOfSites()).toEqual(['Office']);
});
