import type { ComponentChildren } from 'preact';
import type { Language } from '../../lib/i18n/languages.ts';
import { momentTime, pastTime } from '../../lib/i18n/time.ts';
import type { Situation } from '../../lib/view/situation.ts';
import { useText } from '../common/TextProvider.tsx';
import { Translated } from '../common/Translated.tsx';
import { SituationSign } from './SituationSign.tsx';

interface SituationNoticeProps {
  situation: Situation;
  now: Date;
  /** What the person can do here, where that is not a check. */
  children?: ComponentChildren;
}

/** What comes before the verdicts: a sign, a sentence, and an action. It is small where verdicts follow. */
export function SituationNotice({ situation, now, children }: SituationNoticeProps) {
  const { language, t } = useText();
  const { id, title, text, found, isOld } = situation;
  const result = found && t(found.id, found.values);
  return (
    <div class={result === null ? 'situation alone' : 'situation'}>
      <SituationSign id={id} />
      <div>
        <p class="headline">{t(title.id, momentOf(situation, language, now))}</p>
        {text && result === null && (
          <p>
            <Translated message={text} />
          </p>
        )}
        {result !== null && <p class="found">{isOld ? t('progress.last', { result }) : result}</p>}
        {children}
      </div>
    </div>
  );
}

/** The values of a title that names a moment. */
function momentOf({ id, at }: Situation, language: Language, now: Date) {
  if (at === null) return undefined;
  if (id === 'paused') return { time: momentTime(language, at, now) };
  return { ago: pastTime(language, at, now) ?? '' };
}
