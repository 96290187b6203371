import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../lib/model/journal.ts';
import { withJournalInMemory } from '../../../lib/round/journal-memory.ts';
import type { RoundStore } from '../../../lib/round/round-store.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import { aGate } from '../../helpers/evidence.ts';
import { aPlan, aRound, planEntry } from '../../helpers/rounds.ts';

function aStore() {
  const disk: JournalEntry[] = [];
  const memory: JournalEntry[] = [];
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
  const store = withJournalInMemory(onDisk, {
    read: async () => [...memory],
    add: async (entries) => {
      memory.push(...entries);
    },
    clear: async () => {
      memory.length = 0;
    },
  });
  return { store, disk, memory };
}

const plan = planEntry(aPlan());
const observed: JournalEntry[] = [
  { kind: 'control', control: 'site', attempt: anAttempt({ remoteIp: '93.184.216.34' }) },
  { kind: 'gate', gate: aGate(0) },
  { kind: 'target', target: 'site', attempt: anAttempt({ n: 2, remoteIp: '93.184.216.36' }) },
  { kind: 'target', target: 'site', attempt: aFailure('timeout', { n: 3 }) },
];

async function aWrittenStore() {
  const world = aStore();
  await world.store.appendJournal([plan]);
  await world.store.appendJournal(observed);
  return world;
}

describe('the journal of a running round', () => {
  it('has the plan alone on the disk', async () => {
    const { disk, memory } = await aWrittenStore();

    expect(disk).toEqual([plan]);
    expect(memory).toEqual(observed);
  });

  it('gives a resumed round all that it had observed', async () => {
    const { store } = await aWrittenStore();

    expect(await store.readJournal()).toEqual([plan, ...observed]);
  });

  it('still has the plan once the browser has ended', async () => {
    const { store, memory } = await aWrittenStore();
    memory.length = 0;

    expect(await store.readJournal()).toEqual([plan]);
  });

  it.each<[string, (store: RoundStore) => Promise<void>]>([
    ['is cleared', (store) => store.clearJournal()],
    ['ends', (store) => store.recordRound({ round: aRound(), standings: [], full: true })],
  ])('leaves nothing behind once it %s', async (_case, end) => {
    const { store, memory, disk } = await aWrittenStore();
    expect([...memory, ...disk]).toHaveLength(5);

    await end(store);

    expect([...memory, ...disk]).toEqual([]);
  });
});
