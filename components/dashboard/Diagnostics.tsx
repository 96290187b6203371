import { useSignal } from '@preact/signals';
import { type DiagnosticsFacts, diagnosticsReport } from '../../lib/view/diagnostics.ts';
import type { HistoryQueries } from '../../lib/view/page/history-queries.ts';
import { useLoaded } from '../loading/use-loaded.ts';
import { useCopied } from '../page/use-copied.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

export interface DiagnosticsProps extends Omit<DiagnosticsFacts, 'recorded'> {
  queries: Pick<HistoryQueries, 'countRounds'>;
}

/** A report on a fault that a person may copy, shown whole before that. */
export function Diagnostics(props: DiagnosticsProps) {
  const { t } = useDashboardText();
  const isOpen = useSignal(false);
  return (
    <section class="prose">
      <h2>{t('diagnostics.title')}</h2>
      <p>{t('diagnostics.what')}</p>
      <details
        class="evidence"
        onToggle={({ currentTarget }) => {
          isOpen.value = currentTarget.open;
        }}
      >
        <summary>{t('diagnostics.show')}</summary>
        {isOpen.value && <Report {...props} />}
      </details>
    </section>
  );
}

function Report({ queries, ...facts }: DiagnosticsProps) {
  const { t } = useDashboardText();
  const { value = null } = useLoaded(() => queries.countRounds({}), [queries, facts.rounds]);
  const report = diagnosticsReport({ ...facts, recorded: value });
  const { outcome, copy } = useCopied();
  return (
    <>
      <pre class="report" lang="en" dir="ltr">
        {report}
      </pre>
      <button type="button" onClick={() => copy(report)}>
        {t('action.copy')}
      </button>
      <p role="status">{outcome && t(`copy.${outcome}`)}</p>
    </>
  );
}
