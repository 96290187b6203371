import type { Attempt } from '../../lib/model/attempt.ts';
import type { JournalEntry } from '../../lib/model/journal.ts';
import type { Round } from '../../lib/model/round.ts';
import type { TargetResult } from '../../lib/model/service.ts';
import type { Extension } from '../lab/browsers/extension.ts';
import { ageJournal } from '../lab/browsers/round-journal.ts';
import type { Lab } from '../lab/lab.ts';
import type { LogEntry, WorldDescription } from '../lab/world/description.ts';
import { expect, test } from './fixtures.ts';

// The worker dies while a probe is open that outlives it (a WebSocket in the offscreen document) or dies
// with it (a transfer). The moment is certain, since the censor logs its act.
const hosts = ['gateway.discord.gg'];
const frozen: WorldDescription = {
  tls: [{ names: ['discord.com'], action: { freezeAfterBytes: 16_384 } }],
};

interface Stage {
  extension: Extension;
  lab: Lab;
}

/** Kills the worker after a number of acts of the censor; resolves with the journal's entries. */
async function killAtAct({ extension, lab }: Stage, detail: string, times = 1) {
  const id = await extension.ask('startRound', { services: null });
  await expect
    .poll(() => acts(lab, detail), { timeout: 40_000, intervals: [50] })
    .toHaveLength(times);
  await extension.killWorker();
  const journal = await extension.read<JournalEntry>('journal');
  return { id, written: journal.flatMap((one) => (one.kind === 'target' ? [one] : [])) };
}

async function acts(lab: Lab, detail: string): Promise<LogEntry[]> {
  return (await lab.log()).filter((entry) => entry.kind === 'censored' && entry.detail === detail);
}

async function onlyRound(extension: Extension): Promise<Round> {
  await extension.roundIsOver();
  const rounds = await extension.read<Round>('rounds');
  expect(rounds).toHaveLength(1);
  return rounds[0] as Round;
}

function targetOf(round: Round, id: string): TargetResult {
  const found = round.services.flatMap(({ targets }) => targets).find((one) => one.id === id);
  if (found === undefined) throw new Error(`The round has no target ${id}.`);
  return found;
}

/** Every journaled attempt is in the round, once. */
function expectKept(round: Round, written: { target: string; attempt: Attempt }[]): void {
  for (const { target, attempt } of written) {
    const { attempts } = targetOf(round, target);
    const alike = attempts.filter(({ startedAt }) => startedAt === attempt.startedAt);
    expect(alike, target).toHaveLength(1);
    if (attempt.ok) expect(attempts, target).toHaveLength(1);
  }
}

/** Handshakes with the socket's host are a second apart, even across the worker's death. */
async function expectRested(lab: Lab): Promise<void> {
  const greetings = (await lab.log()).filter(
    ({ kind, name }) => kind === 'clienthello' && hosts.includes(name ?? ''),
  );
  const gaps = greetings.slice(1).map(({ time }, index) => time - (greetings[index]?.time ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(1_000);
}

function documents(extension: Extension): Promise<number> {
  return extension.page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { getContexts(filter: object): Promise<unknown[]> } };
    };
    const found = await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
    return found.length;
  });
}

async function expectNothingLeft(extension: Extension): Promise<void> {
  await expect.poll(() => documents(extension)).toBe(0);
  expect(await extension.read('journal')).toEqual([]);
}

function statesOf(round: Round): Record<string, string> {
  return Object.fromEntries(round.services.map(({ id, state }) => [id, state]));
}

function othersThanDiscord(round: Round): string[] {
  return Object.entries(statesOf(round)).flatMap(([id, state]) => (id === 'discord' ? [] : state));
}

for (const [which, times] of [
  ['first', 1],
  ['third', 3],
] as const) {
  test(`the ${which} socket that was open is probed again, and counts once`, async ({
    extension,
    lab,
  }) => {
    await lab.setWorld({ sockets: [{ hosts, action: 'swallow' }] });

    const { id, written } = await killAtAct({ extension, lab }, 'socket swallow', times);
    expect(await documents(extension)).toBe(1);
    const round = await onlyRound(extension);

    expect(round.id).toBe(id);
    expectKept(round, written);
    const { attempts, mechanisms } = targetOf(round, 'discord/socket');
    expect(attempts.map(({ failure }) => failure)).toEqual(
      Array.from({ length: 3 }, () => 'generic_timeout_error'),
    );
    expect(mechanisms).toEqual(['timeout']);
    expect(othersThanDiscord(round)).toEqual(Array.from({ length: 9 }, () => 'ok'));
    // Three attempts that count, and the abandoned one.
    expect(await acts(lab, 'socket swallow')).toHaveLength(4);
    await expectRested(lab);
    await expectNothingLeft(extension);
  });
}

test('a stuck socket does not delay the one that follows', async ({ extension, lab }) => {
  // On a slow line a socket gets 10 s, and Chromium makes the next one to the host wait that long.
  await lab.setWorld({ latencyMs: 500, sockets: [{ hosts, action: 'silent', times: 1 }] });

  const { id, written } = await killAtAct({ extension, lab }, 'socket silent');
  const round = await onlyRound(extension);

  expect(round.id).toBe(id);
  expectKept(round, written);
  const { attempts } = targetOf(round, 'discord/socket');
  expect(attempts).toMatchObject([{ ok: true, valid: true }]);
  expect(attempts[0]?.ttfbMs).toBeLessThan(4_000);
  await expectRested(lab);
  expect(statesOf(round).discord).toBe('ok');
  await expectNothingLeft(extension);
});

for (const [which, times] of [
  ['first', 1],
  ['second', 2],
] as const) {
  test(`the ${which} transfer that was frozen is repeated, and the freeze is reported`, async ({
    extension,
    lab,
  }) => {
    await lab.setWorld(frozen);

    const { id, written } = await killAtAct({ extension, lab }, 'tls freeze', times);
    const round = await onlyRound(extension);

    expect(round.id).toBe(id);
    expectKept(round, written);
    const { attempts, mechanisms } = targetOf(round, 'discord/download');
    const offsets = attempts.flatMap(({ freezeAtBytes }) => freezeAtBytes ?? []);
    // One more may have used the connection that was frozen when the worker died: it is no evidence.
    expect(attempts.length - offsets.length).toBeLessThanOrEqual(1);
    expect(offsets).toHaveLength(2);
    expect(Math.min(...offsets)).toBeGreaterThan(13_000);
    expect(mechanisms).toEqual(['tls.throttle.sni']);
    expect(statesOf(round).discord).toBe('impaired');
    expect(othersThanDiscord(round)).toEqual(Array.from({ length: 9 }, () => 'ok'));
    await expectNothingLeft(extension);
  });
}

test('a worker that wakes too late closes the round, and the document with it', async ({
  extension,
  lab,
}) => {
  await lab.setWorld({ sockets: [{ hosts, action: 'swallow' }] });

  const { id, written } = await killAtAct({ extension, lab }, 'socket swallow');
  await ageJournal(extension.page, 3 * 60_000);
  await lab.clearLog();
  const round = await onlyRound(extension);

  expect(round.id).toBe(id);
  expect(written.length).toBeGreaterThan(0);
  expect(targetOf(round, 'discord/socket')).toMatchObject({ state: 'insufficient', attempts: [] });
  expect(statesOf(round).discord).toBe('insufficient');
  expect((await lab.log()).filter(({ kind }) => kind === 'websocket')).toEqual([]);
  await expectNothingLeft(extension);
});
