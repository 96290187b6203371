import type { Attempt } from '../../lib/model/attempt.ts';
import type { JournalEntry } from '../../lib/model/journal.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Extension } from '../lab/browsers/extension.ts';
import { plainDataCentres } from '../lab/network/known-names.ts';
import { expect, test } from './fixtures.ts';

// Silent data centres keep the round running for some seconds after all other targets have answered.
const world = { addressRules: [{ targets: plainDataCentres, action: 'drop' as const }] };

async function killInMidRound(extension: Extension) {
  const id = await extension.ask('startRound', { services: null });
  await expect.poll(() => targetEntries(extension), { intervals: [50] }).toBeGreaterThan(30);
  await extension.killWorker();
  const addresses = await addressesKept(extension);
  const journal = await extension.read<JournalEntry>('journal');
  return { id, addresses, written: journal.flatMap((one) => (one.kind === 'target' ? [one] : [])) };
}

async function targetEntries(extension: Extension): Promise<number> {
  const journal = await extension.read<JournalEntry>('journal');
  return journal.filter((entry) => entry.kind === 'target').length;
}

function attemptsOf(round: Round | undefined, target: string): Attempt[] {
  const targets = round?.services.flatMap((service) => service.targets) ?? [];
  return targets.find((one) => one.id === target)?.attempts ?? [];
}

/** The addresses of the running round that outlive its worker, by target and attempt. */
async function addressesKept({ page }: Extension): Promise<Map<string, string>> {
  const items = await page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { get(): Promise<object> } } };
    };
    return chrome.storage.session.get();
  });
  const prefix = 'roundAddress target ';
  const ours = Object.entries(items).filter(([key]) => key.startsWith(prefix));
  return new Map(ours.map(([key, address]) => [key.slice(prefix.length), String(address)]));
}

test('a round resumes after its worker died, without losing or repeating a probe', async ({
  extension,
  lab,
}) => {
  await lab.setWorld(world);

  const { id, addresses, written } = await killInMidRound(extension);
  await extension.roundIsOver();

  const rounds = await extension.read<Round>('rounds');
  expect(rounds.map((round) => round.id)).toEqual([id]);
  for (const { target, attempt } of written) {
    const kept = attemptsOf(rounds[0], target).find((one) => one.startedAt === attempt.startedAt);
    const { remoteIp, remoteIpKind, elsewhere } = kept ?? {};
    // A finished round has numbers for the names of pages.
    const isMarked = attempt.elsewhere !== undefined;
    expect(elsewhere, target).toEqual(isMarked ? expect.any(String) : undefined);
    expect({ ...kept, valid: attempt.valid }, target).toEqual({
      ...attempt,
      remoteIp,
      remoteIpKind,
      ...(isMarked && { elsewhere }),
    });
    if (attempt.ok) expect(attemptsOf(rounds[0], target), target).toHaveLength(1);
  }
  // The addresses are those that the dead worker saw, though its journal held none of them.
  expect(written.flatMap(({ attempt }) => attempt.remoteIp ?? [])).toEqual([]);
  // Of a few the browser tells too late.
  expect(addresses.size).toBeGreaterThan(written.length / 2);
  for (const { target, attempt } of written) {
    const kept = attemptsOf(rounds[0], target).find((one) => one.startedAt === attempt.startedAt);
    expect(kept?.remoteIp, target).toBe(addresses.get(`${target} ${attempt.n}`) ?? null);
  }
  const states = Object.fromEntries(rounds[0]?.services.map((one) => [one.id, one.state]) ?? []);
  expect(states).toMatchObject({ whatsapp: 'ok', telegram: 'impaired', signal: 'ok', vk: 'ok' });
  expect(await extension.read('journal')).toEqual([]);
});

test('a dead worker wakes by itself and ends its round', async ({ extension, lab }) => {
  await lab.setWorld(world);

  const { id } = await killInMidRound(extension);

  // No message is sent: only the watchdog's alarm can wake the worker.
  await expect
    .poll(async () => (await extension.read<Round>('rounds')).map((round) => round.id), {
      timeout: 75_000,
      intervals: [500],
    })
    .toEqual([id]);
});

test('a cancelled round leaves nothing behind', async ({ extension, lab }) => {
  await lab.setWorld(world);

  await extension.ask('startRound', { services: null });
  await expect.poll(() => targetEntries(extension), { intervals: [50] }).toBeGreaterThan(10);
  const cancelled = await extension.ask('cancelRound');
  await extension.roundIsOver();

  expect(cancelled).toBe(true);
  expect(await extension.read('rounds')).toEqual([]);
  expect(await extension.read('journal')).toEqual([]);
});
