import { useState } from 'preact/hooks';
import { Question } from '../forms/Question.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

interface DeleteEverythingProps {
  /** Resolves where it failed. */
  onDelete: () => Promise<void>;
}

export function DeleteEverything({ onDelete }: DeleteEverythingProps) {
  const { t } = useDashboardText();
  const [isDeleting, setDeleting] = useState(false);
  return (
    <>
      <Question
        label={t('forget.delete')}
        question={t('forget.question')}
        what={t('forget.question.what')}
        yes={t('forget.question.yes')}
        no={t('forget.question.no')}
        onYes={() => {
          setDeleting(true);
          void onDelete().then(() => setDeleting(false));
        }}
      />
      <p role="status">{isDeleting && t('forget.deleting')}</p>
    </>
  );
}
