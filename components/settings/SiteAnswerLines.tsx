import type { SiteAnswer } from '../../lib/model/own-service.ts';
import { siteAnswerLines } from '../../lib/view/site-answer.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

/** What came of one request; always present, so that screen readers announce it. */
export function SiteAnswerLines({ answer }: { answer: SiteAnswer | 'asking' | null }) {
  const { t } = useDashboardText();
  return (
    <p role="status">
      {answer === 'asking' && t('own.trying')}
      {answer !== null &&
        answer !== 'asking' &&
        siteAnswerLines(answer)
          .map(({ id, values }) => t(id, values))
          .join(' ')}
    </p>
  );
}
