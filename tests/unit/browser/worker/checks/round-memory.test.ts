import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createRoundMemory } from '../../../../../lib/browser/worker/checks/round-memory.ts';
import type { JournalEntry } from '../../../../../lib/model/journal.ts';

const { session } = fakeBrowser.storage;

afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

const entry = (target: string): JournalEntry => ({ kind: 'forbidden', target });

async function present(): Promise<string[]> {
  return Object.keys(await session.get()).toSorted();
}

it('gives entries back in the order of writing', async () => {
  const memory = createRoundMemory();
  const written = Array.from({ length: 12 }, (_, index) => entry(`chat/${index}`));
  await Promise.all(written.slice(0, 10).map((one) => memory.add([one])));
  await memory.add(written.slice(10));

  expect(await memory.read()).toEqual(written);
});

it('goes on after what a dead worker wrote', async () => {
  const dead = createRoundMemory();
  await dead.add([entry('chat/one')]);
  await dead.add([entry('chat/two')]);

  const memory = createRoundMemory();
  await memory.add([entry('chat/three')]);

  expect(await memory.read()).toEqual([entry('chat/one'), entry('chat/two'), entry('chat/three')]);
  expect(await present()).toHaveLength(3);
});

it('clears what it wrote and what a dead worker wrote, and nothing else', async () => {
  await session.set({ badge: 'other' });
  await createRoundMemory().add([entry('chat/one')]);
  const memory = createRoundMemory();
  await memory.add([entry('chat/two')]);

  await memory.clear();

  expect(await present()).toEqual(['badge']);
  expect(await memory.read()).toEqual([]);
});

it('clears nothing that is added meanwhile', async () => {
  const memory = createRoundMemory();
  await memory.add([entry('chat/one')]);

  const clearing = memory.clear();
  await Promise.all([clearing, memory.add([entry('chat/two')])]);

  expect(await memory.read()).toEqual([entry('chat/two')]);
});

it('asks the browser once what there is, and removes nothing twice', async () => {
  const get = vi.spyOn(session, 'get');
  const remove = vi.spyOn(session, 'remove');
  const memory = createRoundMemory();
  await memory.read();
  await memory.clear();
  await memory.add([entry('chat/one')]);
  await memory.clear();
  await memory.add([entry('chat/two')]);
  await memory.clear();

  expect(get).toHaveBeenCalledOnce();
  expect(remove.mock.calls).toEqual([[['journal 000001']], [['journal 000002']]]);
  expect(await present()).toEqual([]);
});
