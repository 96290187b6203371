import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Round } from '../../lib/model/round.ts';
import { check } from '../lab/run/run-check.ts';
import { expect, test } from './fixtures.ts';

for (const browser of ['chromium', 'firefox']) {
  test(`${browser}: writes the history of a profile, without a check`, async ({ lab }) => {
    await lab.setWorld({});
    const folder = mkdtempSync(join(tmpdir(), 'dozvon-export-'));
    const profile = ['--browser', browser, '--profile', join(folder, 'profile')];
    const few = ['--services', 'max,vk', '--rounds', '2', '--interval', '1'];
    const checked = await check(lab, ...profile, ...few, '--format', 'json');
    expect(checked.code, checked.errors).toBe(0);
    const rounds = JSON.parse(checked.output) as Round[];
    await lab.clearLog();

    const [whole, part] = ['whole.jsonl', 'part.verdicts.csv'].map((name) => join(folder, name));
    const saved = await check(lab, ...profile, '--export', whole ?? '');
    const days = ['--from', '2020-01-01', '--to', '2020-01-01'];
    const none = await check(lab, ...profile, '--export', part ?? '', '--services', 'vk,club');
    const empty = await check(lab, ...profile, '--export', join(folder, 'no.csv'), ...days);

    expect([saved.code, none.code, empty.code], saved.errors + none.errors + empty.errors).toEqual([
      0, 0, 0,
    ]);
    expect(saved.output).toBe('');
    expect(none.errors).toContain('No check of: club');
    const lines = readFileSync(whole ?? '', 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as Round)).toEqual(rounds);
    expect(statSync(whole ?? '').mode & 0o777).toBe(0o600);
    const table = Papa.parse<Record<string, string>>(readFileSync(part ?? '', 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    expect(table.data.map(({ round_id, service }) => [round_id, service])).toEqual(
      rounds.map(({ id }) => [id, 'vk']),
    );
    expect(readFileSync(join(folder, 'no.csv'), 'utf8').split('\r\n')).toHaveLength(2);
    const asked = (await lab.log()).map(({ name }) => name);
    expect(asked.filter((name) => /max\.ru|vk\.com/.test(name ?? ''))).toEqual([]);
    rmSync(folder, { recursive: true });
  });
}

test('refuses a file of no format, and a profile that is not there', async ({ lab }) => {
  const unknown = await check(lab, '--export', '/tmp/history.txt', '--profile', '/tmp');
  expect(unknown).toMatchObject({ code: 2, output: '' });
  expect(unknown.errors).toMatch(/^--export: found "\/tmp\/history\.txt"; allowed: .*\.parquet/);
  const missing = await check(lab, '--export', '/tmp/history.csv', '--profile', '/nowhere');
  expect(missing).toMatchObject({ code: 2, output: '' });
  expect(missing.errors).toContain('without a history');
});
