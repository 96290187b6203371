import { Question } from '../forms/Question.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

interface CountedQuestionProps {
  label: string;
  question: string;
  /** What goes; null until it is counted. */
  what: string | null;
  /** Nothing would go. */
  isEmpty: boolean;
  onYes: () => void;
}

/** Says what would be deleted, and asks once. */
export function CountedQuestion({ label, question, what, isEmpty, onYes }: CountedQuestionProps) {
  const { t } = useDashboardText();
  return (
    <>
      <p aria-live="polite">{what}</p>
      <Question
        label={label}
        question={question}
        what={`${what ?? ''} ${t('forget.part.final')}`}
        yes={t('forget.question.yes')}
        no={t('forget.question.no')}
        disabled={what === null || isEmpty}
        onYes={onYes}
      />
    </>
  );
}
