import type { Span } from '../../lib/model/bar.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

const spans: Span[] = ['day', 'week', 'month', 'quarter', 'year'];

interface SpanChoiceProps {
  chosen: Span;
  onChoose: (span: Span) => void;
}

/** How far back the bars go. */
export function SpanChoice({ chosen, onChoose }: SpanChoiceProps) {
  const { t } = useDashboardText();
  return (
    <fieldset class="choice-row">
      <legend class="visually-hidden">{t('span.title')}</legend>
      {spans.map((span) => (
        <button
          key={span}
          type="button"
          aria-pressed={span === chosen}
          onClick={() => onChoose(span)}
        >
          {t(`span.${span}`)}
        </button>
      ))}
    </fieldset>
  );
}
