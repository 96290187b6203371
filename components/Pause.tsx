import { useEffect, useRef } from 'preact/hooks';
import { momentTime } from '../lib/i18n/time.ts';
import type { CheckSettings } from '../lib/settings/check-settings.ts';
import { isPaused, type PauseLength, pauseLengths } from '../lib/settings/pause.ts';
import { useText } from './TextProvider.tsx';

export interface PauseProps {
  settings: CheckSettings;
  now: Date;
  onPause: (length: PauseLength) => void;
  onResume: () => void;
}

/** Pauses automatic checks, and says that they are paused or off. */
export function Pause({ settings, now, onPause, onResume }: PauseProps) {
  const { t } = useText();
  if (settings.everyMinutes === null) return <p class="pause">{t('pause.by-hand')}</p>;
  if (isPaused(settings, now)) return <Paused {...{ settings, now, onResume }} />;
  return (
    <details class="pause">
      <summary>{t('pause.title')}</summary>
      <div class="actions">
        {pauseLengths.map((length) => (
          <button key={length} type="button" onClick={() => onPause(length)}>
            {t(`pause.${length}`)}
          </button>
        ))}
      </div>
    </details>
  );
}

function Paused({ settings, now, onResume }: Omit<PauseProps, 'onPause'>) {
  const { language, t } = useText();
  const resume = useRef<HTMLButtonElement>(null);
  // The button that began the pause is gone, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) resume.current?.focus();
  }, []);
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
