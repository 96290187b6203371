import { useRef } from 'preact/hooks';
import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import { isPaused, type PauseLength } from '../../lib/settings/pause.ts';
import { CheckTimes } from '../current-state/CheckTimes.tsx';
import { PauseChoices } from '../current-state/PauseChoices.tsx';
import { VisibilityLink } from '../first-run/VisibilityLink.tsx';
import { useText } from '../text/TextProvider.tsx';

export interface PopupMenuProps {
  checkSettings: CheckSettings;
  now: Date;
  nextCheckAt: string | null;
  onPause: (length: PauseLength) => void;
  /** Null where there is nothing to save. */
  onDownload: (() => void) | null;
}

/** What is wanted less often than a check: pauses, the history as a file, and who can see what. */
export function PopupMenu(props: PopupMenuProps) {
  const { checkSettings, now, nextCheckAt, onPause, onDownload } = props;
  const { t } = useText();
  const menu = useRef<HTMLDivElement>(null);
  // Before anything in it goes: the browser moves the focus back to the button then.
  const close = () => menu.current?.hidePopover();
  const isPausedNow = isPaused(checkSettings, now);
  const canPause = checkSettings.everyMinutes !== null && !isPausedNow;
  return (
    <>
      <button type="button" class="more" popovertarget="menu" aria-label={t('action.more')}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 10h.1M10 10h.1M16 10h.1" />
        </svg>
      </button>
      <div ref={menu} id="menu" popover="auto" class="menu">
        {checkSettings.everyMinutes === null && <p>{t('pause.by-hand')}</p>}
        {nextCheckAt && !isPausedNow && <CheckTimes {...{ nextCheckAt, now }} round={null} />}
        {canPause && (
          <fieldset>
            <legend>{t('pause.title')}</legend>
            <PauseChoices
              onPause={(length) => {
                close();
                onPause(length);
              }}
            />
          </fieldset>
        )}
        <button
          type="button"
          disabled={onDownload === null}
          onClick={() => {
            close();
            onDownload?.();
          }}
        >
          {t('action.download')}
        </button>
        <VisibilityLink />
      </div>
    </>
  );
}
