import { useEffect, useRef } from 'preact/hooks';
import { momentTime } from '../../lib/i18n/time.ts';
import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import { isPaused, type PauseLength } from '../../lib/settings/pause.ts';
import { useText } from '../common/TextProvider.tsx';
import { PauseChoices } from './PauseChoices.tsx';

export interface PauseProps {
  settings: CheckSettings;
  now: Date;
  onPause: (length: PauseLength) => void;
  onResume: () => void;
}

/** Pauses automatic checks, and says that they are paused or off. */
export function Pause({ settings, now, onPause, onResume }: PauseProps) {
  const { t } = useText();
  const isPausedHere = useRef(false);
  if (settings.everyMinutes === null) return <p class="pause">{t('pause.by-hand')}</p>;
  if (isPaused(settings, now)) {
    const resume = () => {
      isPausedHere.current = false;
      onResume();
    };
    return <Paused takesFocus={isPausedHere.current} {...{ settings, now }} onResume={resume} />;
  }
  const pause = (length: PauseLength) => {
    isPausedHere.current = true;
    onPause(length);
  };
  return (
    <details class="pause">
      <summary>{t('pause.title')}</summary>
      <div class="actions">
        <PauseChoices onPause={pause} />
      </div>
    </details>
  );
}

interface PausedProps extends Omit<PauseProps, 'onPause'> {
  /** The button that began the pause is gone, and the focus with it. */
  takesFocus: boolean;
}

function Paused({ settings, now, onResume, takesFocus }: PausedProps) {
  const { language, t } = useText();
  const resume = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) resume.current?.focus();
  }, [takesFocus]);
  const { pausedUntil } = settings;
  return (
    <div class="pause notice">
      <p>
        <strong>
          {pausedUntil === null || pausedUntil === 'resumed'
            ? t('pause.until-resumed')
            : t('pause.until', { time: momentTime(language, pausedUntil, now) })}
        </strong>{' '}
        {t('pause.once')}
      </p>
      <button ref={resume} type="button" onClick={onResume}>
        {t('pause.resume')}
      </button>
    </div>
  );
}
