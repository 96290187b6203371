import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LinterReport, problemsOf } from './linter/warnings.ts';
import { root } from './setup/index.mjs';

const explanations = 'store/review.md';

/** Has Mozilla's linter read Firefox's build, and compares its warnings with those that reviewers are told of. */
function main(): number {
  const linter = fileURLToPath(new URL('bin/web-ext.js', import.meta.resolve('web-ext')));
  const build = path.join(root, '.output/firefox-mv3');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [linter, 'lint', '--source-dir', build, '--output', 'json'],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  const report = reportIn(stdout);
  if (report === null) {
    console.error(stderr || stdout);
    return 1;
  }
  const problems = problemsOf(report, readFileSync(path.join(root, explanations), 'utf8'));
  console.log(
    `${report.errors.length} errors, ${report.warnings.length} warnings, ${problems.length} of them not as ${explanations} has it`,
  );
  for (const problem of problems) console.log(problem);
  return problems.length === 0 ? 0 : 1;
}

function reportIn(text: string): LinterReport | null {
  try {
    return JSON.parse(text) as LinterReport;
  } catch {
    return null;
  }
}

process.exitCode = main();
