import { useEffect, useRef } from 'preact/hooks';
import { momentTime } from '../../lib/i18n/time.ts';
import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import { isPaused, type PauseLength } from '../../lib/settings/pause.ts';
import { useText } from '../text/TextProvider.tsx';
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
  const isPausedNow = isPaused(settings, now);
  // The button that was pressed goes, and the focus with it.
  const isPressed = useRef(false);
  const wayBack = useRef<HTMLElement | null>(null);
  const hold = (element: HTMLElement | null) => {
    wayBack.current = element;
  };
  useEffect(() => {
    if (isPressed.current) wayBack.current?.focus();
    isPressed.current = false;
  }, [isPausedNow]);
  if (isPausedNow) {
    const resume = () => {
      isPressed.current = true;
      onResume();
    };
    return <Paused {...{ settings, now, hold }} onResume={resume} />;
  }
  if (settings.everyMinutes === null) {
    return (
      <p ref={hold} class="pause" tabIndex={-1}>
        {t('pause.by-hand')}
      </p>
    );
  }
  const pause = (length: PauseLength) => {
    isPressed.current = true;
    onPause(length);
  };
  return (
    <details class="pause">
      <summary ref={hold}>{t('pause.title')}</summary>
      <div class="actions">
        <PauseChoices onPause={pause} />
      </div>
    </details>
  );
}

interface PausedProps extends Omit<PauseProps, 'onPause'> {
  /** Takes the button that ends the pause. */
  hold: (button: HTMLElement | null) => void;
}

function Paused({ settings, now, onResume, hold }: PausedProps) {
  const { language, t } = useText();
  const { pausedUntil, everyMinutes } = settings;
  return (
    <div class="pause notice">
      <p>
        <strong>
          {pausedUntil === null || pausedUntil === 'resumed'
            ? t('pause.until-resumed')
            : t('pause.until', { time: momentTime(language, pausedUntil, now) })}
        </strong>{' '}
        {t(everyMinutes === null ? 'pause.by-hand' : 'pause.once')}
      </p>
      <button ref={hold} type="button" onClick={onResume}>
        {t('pause.resume')}
      </button>
    </div>
  );
}
