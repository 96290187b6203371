import { exactTime } from '../../lib/i18n/time.ts';
import type { SetAside } from '../../lib/model/set-aside.ts';
import { Question } from '../forms/Question.tsx';
import { StateIcon } from '../signs/StateIcon.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

export interface SetAsideHistoriesProps {
  setAside: readonly SetAside[];
  onSaveSetAside: (database: string) => void;
  onDeleteSetAside: (database: string) => void;
}

/** What became of a history that could not be used, and what the person can do with it. */
export function SetAsideHistories(props: SetAsideHistoriesProps) {
  const { setAside, onSaveSetAside, onDeleteSetAside } = props;
  const { t, language } = useDashboardText();
  return (
    <>
      {setAside.map(({ database, why, at }) => (
        <section
          key={database}
          class="set-aside notice"
          aria-label={`${t(isNotice(why) ? `aside.title.${why}` : 'aside.title')}, ${exactTime(language, at)}`}
        >
          <p>
            <StateIcon sign="impaired" />
            {t(`aside.${why}`, { at: exactTime(language, at) })}
          </p>
          {isNotice(why) ? (
            <button type="button" onClick={() => onDeleteSetAside(database)}>
              {t('aside.understood')}
            </button>
          ) : (
            <div class="actions">
              <button type="button" onClick={() => onSaveSetAside(database)}>
                {t('aside.save')}
              </button>
              <Question
                label={t('aside.delete')}
                question={t('aside.question')}
                what={t('aside.question.what')}
                yes={t('forget.question.yes')}
                no={t('forget.question.no')}
                onYes={() => onDeleteSetAside(database)}
              />
            </div>
          )}
        </section>
      ))}
    </>
  );
}

/** There is nothing that could be saved. */
function isNotice(why: SetAside['why']): why is 'lost' | 'mended' {
  return why === 'lost' || why === 'mended';
}
