import { useState } from 'preact/hooks';
import { Question } from '../forms/Question.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

interface ResetSettingsProps {
  /** Resolves with whether it was done. */
  onReset: () => Promise<boolean>;
}

/** Makes the settings what they were at first, after one question that says what stays. */
export function ResetSettings({ onReset }: ResetSettingsProps) {
  const { t } = useDashboardText();
  const [isDone, setDone] = useState(false);
  return (
    <section class="settings">
      <h2>{t('reset.title')}</h2>
      <p>{t('reset.how')}</p>
      <Question
        label={t('reset.ask')}
        question={t('reset.question')}
        what={`${t('reset.what')} ${t('reset.how')}`}
        yes={t('reset.yes')}
        no={t('reset.no')}
        onYes={() => {
          setDone(false);
          void onReset().then(setDone);
        }}
      />
      <p role="status">{isDone && t('reset.done')}</p>
    </section>
  );
}
