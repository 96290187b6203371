import { expect, it, vi } from 'vitest';
import { createConnection, type OpenNamed } from '../../../lib/history/connection.ts';

/** Databases that close when they are told to. */
function someDatabases() {
  const endings: (() => void)[] = [];
  const openNamed = vi.fn<OpenNamed>(async (_name, onClosed) => {
    endings.push(onClosed);
    return { close: vi.fn() } as never;
  });
  return { endings, openNamed };
}

it('opens anew what the browser has closed, and tells it', async () => {
  const { endings, openNamed } = someDatabases();
  const onLost = vi.fn();
  const connection = createConnection(onLost, openNamed);
  const first = await connection.open('one');
  expect(await connection.open('one')).toBe(first);

  endings[0]?.();

  expect(onLost).toHaveBeenCalledOnce();
  expect(await connection.open('one')).not.toBe(first);
});

it('goes on where the browser closes the one before', async () => {
  const { endings, openNamed } = someDatabases();
  const onLost = vi.fn();
  const connection = createConnection(onLost, openNamed);
  await connection.open('one');
  const other = await connection.open('other');

  endings[0]?.();

  expect(onLost).not.toHaveBeenCalled();
  expect(await connection.open('other')).toBe(other);
});
