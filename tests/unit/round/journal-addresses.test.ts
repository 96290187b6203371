import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../lib/model/journal.ts';
import { withAddressesInMemory } from '../../../lib/round/journal-addresses.ts';
import type { RoundStore } from '../../../lib/round/round-store.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import { aGate } from '../../helpers/evidence.ts';
import { aPlan, aRound, planEntry } from '../../helpers/rounds.ts';

function aStore() {
  const disk: JournalEntry[] = [];
  const memory = new Map<string, string>();
  const wipe = async () => {
    disk.length = 0;
  };
  const onDisk: RoundStore = {
    readStandings: async () => new Map(),
    lastFullAt: async () => null,
    readControlMemory: async () => ({ usualMs: null, silent: [], answered: [], fellSilent: [] }),
    recordRound: wipe,
    appendJournal: async (entries) => {
      disk.push(...entries);
    },
    readJournal: async () => [...disk],
    clearJournal: wipe,
  };
  const store = withAddressesInMemory(onDisk, {
    read: async () => memory,
    add: async (addresses) => {
      for (const [key, address] of addresses) memory.set(key, address);
    },
    clear: async () => memory.clear(),
  });
  return { store, disk, memory };
}

const server = { name: 'web.chat.example', address: '149.154.167.99' };
const written: JournalEntry[] = [
  planEntry(aPlan()),
  { kind: 'control', control: 'site', attempt: anAttempt({ remoteIp: '93.184.216.34' }) },
  { kind: 'gate', gate: aGate(0) },
  { kind: 'target', target: 'site', attempt: anAttempt({ remoteIp: '93.184.216.35' }) },
  { kind: 'target', target: 'site', attempt: anAttempt({ n: 2, remoteIp: '93.184.216.36' }) },
  { kind: 'target', target: 'site', attempt: aFailure('timeout', { n: 3 }) },
  { kind: 'address', ...server, attempt: anAttempt({ remoteIp: '93.184.216.37' }) },
  {
    kind: 'address',
    ...server,
    address: '149.154.167.91',
    attempt: anAttempt({ remoteIp: '93.184.216.38' }),
  },
];

async function aWrittenStore() {
  const world = aStore();
  await world.store.appendJournal(written);
  return world;
}

describe('the journal of a running round', () => {
  it('holds no address of an attempt on the disk', async () => {
    const { disk } = await aWrittenStore();

    expect(disk).toHaveLength(written.length);
    expect(JSON.stringify(disk)).not.toContain('93.184.216.');
  });

  it('gives a resumed round its addresses back', async () => {
    const { store } = await aWrittenStore();

    expect(await store.readJournal()).toEqual(written);
  });

  it('knows no address once the browser has ended, but what kind it was', async () => {
    const { store, memory } = aStore();
    const attempt = anAttempt({ remoteIp: '10.10.34.35' });
    await store.appendJournal([{ kind: 'target', target: 'site', attempt }]);
    memory.clear();

    expect(await store.readJournal()).toEqual([
      {
        kind: 'target',
        target: 'site',
        attempt: { ...attempt, remoteIp: null, remoteIpKind: 'private' },
      },
    ]);
  });

  it.each<[string, (store: RoundStore) => Promise<void>]>([
    ['is cleared', (store) => store.clearJournal()],
    ['ends', (store) => store.recordRound({ round: aRound(), standings: [], full: true })],
  ])('leaves no address in memory once it %s', async (_case, end) => {
    const { store, memory, disk } = await aWrittenStore();
    expect(memory.size).toBe(5);

    await end(store);

    expect([...memory, ...disk]).toEqual([]);
  });
});
