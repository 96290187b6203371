import type { ComponentChildren } from 'preact';
import type { Text } from '../../lib/i18n/text.ts';
import { momentTime, pastTime } from '../../lib/i18n/time.ts';
import type { Situation } from '../../lib/view/situation.ts';
import { useText } from '../text/TextProvider.tsx';
import { Translated } from '../text/Translated.tsx';
import { SituationSign } from './SituationSign.tsx';

interface SituationNoticeProps {
  situation: Situation;
  now: Date;
  /** What the person can do here, where that is not a check. */
  children?: ComponentChildren;
}

/** What comes before the verdicts: a sign, a sentence, and an action. It is small where verdicts follow. */
export function SituationNotice({ situation, now, children }: SituationNoticeProps) {
  const words = useText();
  const { t } = words;
  const { id, text, found, isOld } = situation;
  const result = found.map((one) => t(one.id, one.values)).join(' · ');
  return (
    <div class={result === '' ? 'situation alone' : 'situation'}>
      <SituationSign id={id} />
      <div>
        <p class="headline">{titleOf(situation, words, now)}</p>
        {text && (
          <p>
            <Translated message={text} />
          </p>
        )}
        {result !== '' && <p class="found">{isOld ? t('progress.last', { result }) : result}</p>}
        {children}
      </div>
    </div>
  );
}

/** It may name a moment. */
export function titleOf({ id, title, at }: Situation, { language, t }: Text, now: Date): string {
  if (at === null) return t(title.id);
  if (id === 'paused') return t(title.id, { time: momentTime(language, at, now) });
  return t(title.id, { ago: pastTime(language, at, now) ?? '' });
}
