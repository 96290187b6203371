import { readFileSync, writeFileSync } from 'node:fs';
import { catalog } from '../../lib/catalog/index.ts';
import { prepareBrowser } from '../../tests/lab/browsers/prepare.ts';
import { createLab } from '../../tests/lab/lab.ts';
import { insertTable } from '../../tests/lab/wire/insert-table.ts';
import { playDay } from '../../tests/lab/wire/play-day.ts';
import { judgeDiary } from '../../tests/lab/wire/rules.ts';
import { tableOf } from '../../tests/lab/wire/table.ts';
import { say } from '../setup/index.mjs';
import type { LabOptions } from './commands.ts';

/**
 * Plays a day and prints what the lab's servers saw of it.
 * @returns the exit status: 1 if a promise was broken
 */
export async function runWire({ browser: name, output }: LabOptions): Promise<number> {
  const { programs, launch } = await prepareBrowser[name]();
  const lab = await createLab(programs);
  try {
    const diary = await playDay(lab, { name, launch });
    const table = tableOf(diary, catalog);
    process.stdout.write(`${table}\n`);
    if (output !== null)
      writeFileSync(output, insertTable(readFileSync(output, 'utf8'), name, table));
    const complaints = judgeDiary(diary, catalog);
    for (const complaint of complaints) say(complaint);
    return complaints.length === 0 ? 0 : 1;
  } finally {
    await lab.close();
  }
}
