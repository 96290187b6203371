import type * as v from 'valibot';
import type { BackupProblem, BackupRule } from '../model/backup.ts';
import { backupRules } from '../model/backup.ts';
import { allowedAt } from '../model/schema-issue.ts';

/** More of what was found does not fit into a sentence. */
const longestFound = 80;

/** A file is no backup, or a damaged one. */
export class BackupUnfit extends Error {
  override name = 'BackupUnfit';
  readonly problem: BackupProblem;

  constructor(line: number, rule: BackupRule, part: Partial<BackupProblem> = {}) {
    const problem = { line, rule, field: '', found: '', detail: '', ...part };
    const allowed = [backupRules[rule], problem.detail].filter(Boolean).join(': ');
    super(
      `line ${line}: ${problem.field}: found ${problem.found || 'nothing'}, allowed: ${allowed}`,
    );
    this.problem = problem;
  }
}

/** What was found, as far as it fits into a sentence. */
export function shown(found: unknown): string {
  const text = JSON.stringify(found) ?? 'nothing';
  return text.length > longestFound ? `${text.slice(0, longestFound)}…` : text;
}

/** What is wrong with a line. */
export function unfitLine(line: number, issue: v.BaseIssue<unknown>, field: string): BackupUnfit {
  const detail = allowedAt(issue);
  if (issue.input === undefined) return new BackupUnfit(line, 'missing', { field, detail });
  return new BackupUnfit(line, 'shape', { field, found: shown(issue.input), detail });
}
