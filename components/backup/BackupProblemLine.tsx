import type { BackupProblem } from '../../lib/model/backup.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

/** Why a file cannot be restored. */
export function BackupProblemLine({ problem }: { problem: BackupProblem }) {
  const { line, field, found, rule, detail } = problem;
  const { t } = useDashboardText();
  const allowed = t(`backup.rule.${rule}`, { detail });
  if (line === 0) return <>{t('backup.problem.file', { allowed })}</>;
  const place = { line, field: field || t('backup.problem.line'), allowed };
  return (
    <>{found === '' ? t('backup.problem.lack', place) : t('backup.problem', { ...place, found })}</>
  );
}
