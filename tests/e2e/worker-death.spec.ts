import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Attempt } from '../../lib/model/attempt.ts';
import type { JournalEntry } from '../../lib/model/journal.ts';
import type { Round } from '../../lib/model/round.ts';
import type { Extension } from '../lab/browsers/extension.ts';
import { launchExtension } from '../lab/browsers/launch-extension.ts';
import { readRecords } from '../lab/browsers/sealed-history.ts';
import { plainDataCentres } from '../lab/network/known-names.ts';
import { expect, test } from './fixtures.ts';

const build = '.output/chrome-mv3';

// Silent data centres keep the round running for some seconds after all other targets have answered.
const world = { addressRules: [{ targets: plainDataCentres, action: 'drop' as const }] };

async function killInMidRound(extension: Extension) {
  const id = await extension.ask('startRound', { services: null });
  await expect.poll(() => targetEntries(extension), { intervals: [50] }).toBeGreaterThan(30);
  await extension.killWorker();
  const journal = await extension.read<JournalEntry>('journal');
  const onDisk = await readRecords<JournalEntry>(extension.page, 'sealedJournal');
  return { id, onDisk, written: journal.flatMap((one) => (one.kind === 'target' ? [one] : [])) };
}

async function targetEntries(extension: Extension): Promise<number> {
  const journal = await extension.read<JournalEntry>('journal');
  return journal.filter((entry) => entry.kind === 'target').length;
}

function attemptsOf(round: Round | undefined, target: string): Attempt[] {
  const targets = round?.services.flatMap((service) => service.targets) ?? [];
  return targets.find((one) => one.id === target)?.attempts ?? [];
}

test('a round resumes after its worker died, without losing or repeating a probe', async ({
  extension,
  lab,
}) => {
  await lab.setWorld(world);

  const { id, onDisk, written } = await killInMidRound(extension);
  await extension.roundIsOver();

  const rounds = await extension.read<Round>('rounds');
  expect(rounds.map((round) => round.id)).toEqual([id]);
  for (const { target, attempt } of written) {
    const kept = attemptsOf(rounds[0], target).find((one) => one.startedAt === attempt.startedAt);
    const { remoteIpKind, elsewhere } = kept ?? {};
    // A finished round has numbers for the names of pages.
    const isMarked = attempt.elsewhere !== undefined;
    expect(elsewhere, target).toEqual(isMarked ? expect.any(String) : undefined);
    expect({ ...kept, valid: attempt.valid }, target).toEqual({
      ...attempt,
      remoteIpKind,
      ...(isMarked && { elsewhere }),
    });
    if (attempt.ok) expect(attemptsOf(rounds[0], target), target).toHaveLength(1);
  }
  // Of a few the browser tells too late.
  const addresses = written.flatMap(({ attempt }) => attempt.remoteIp ?? []);
  expect(addresses.length).toBeGreaterThan(written.length / 2);
  expect(onDisk.map(([, { kind }]) => kind)).toEqual(['plan']);
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

test('a round whose browser ended begins anew from its plan', async ({ lab }) => {
  await lab.setWorld(world);
  const profile = mkdtempSync(join(lab.home, 'ended-'));
  const before = await launchExtension(lab, { build, profile });
  const id = await before.extension.ask('startRound', { services: null });
  await expect.poll(() => targetEntries(before.extension), { intervals: [50] }).toBeGreaterThan(30);
  await before.quit();

  const again = await launchExtension(lab, {
    build,
    profile,
    agrees: false,
    permitsRoute: false,
  });
  const { extension } = again;
  try {
    await extension.roundIsOver();

    const rounds = await extension.read<Round>('rounds');
    expect(rounds.map((round) => round.id)).toEqual([id]);
    const states = Object.fromEntries(rounds[0]?.services.map((one) => [one.id, one.state]) ?? []);
    expect(states).toMatchObject({ whatsapp: 'ok', telegram: 'impaired', signal: 'ok', vk: 'ok' });
    expect(await extension.read('journal')).toEqual([]);
  } finally {
    await again.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
