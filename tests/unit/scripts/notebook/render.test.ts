import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderNotebook } from '../../../../scripts/notebook/render.ts';

const page = readFileSync('docs/fleet/notebook.md', 'utf8');

it('answers each question about many probes as DuckDB does now', async () => {
  expect(await renderNotebook()).toBe(page);
});

it('has all questions, each with its SQL', () => {
  const files = globSync('docs/fleet/*.sql').filter((file) => !file.endsWith('/verdicts.sql'));
  const missing = files.filter((file) => !page.includes(readFileSync(file, 'utf8').trimEnd()));

  expect(files.length).toBeGreaterThan(4);
  expect(missing).toEqual([]);
});

it('shows a block that single probes saw, and a false alarm that the others outvote', () => {
  const together = page.slice(page.indexOf('[together.sql]'));

  expect(together).toMatch(
    /\| ru-ertelecom +\| whatsapp +\| 2026-02-12 05:00:00 \| +2 \| +2 \| blocked/,
  );
  expect(together).toMatch(
    /\| ru-ertelecom +\| whatsapp +\| 2026-02-12 01:00:00 \| +3 \| +1 \| not blocked/,
  );
});
