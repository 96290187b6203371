import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { writeEmptyPage } from '../empty-page.ts';
import { sampleDays } from './sample-rounds.ts';

/** A copy of a build with a page that runs the tasks of the benchmark. */
export async function withTaskPage(folder: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'dozvon-bench-'));
  cpSync(folder, copy, { recursive: true });
  await build({
    input: fileURLToPath(new URL('page/main.ts', import.meta.url)),
    output: { file: join(copy, 'tasks.js'), format: 'iife', codeSplitting: false },
    logLevel: 'warn',
  });
  writeFileSync(join(copy, 'sample-days.json'), JSON.stringify(await sampleDays()));
  writeFileSync(
    join(copy, 'tasks.html'),
    '<!doctype html><title>Tasks</title><script src="tasks.js"></script>',
  );
  writeEmptyPage(copy);
  return copy;
}
