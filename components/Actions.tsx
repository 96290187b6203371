import type { RoundProgress } from '../lib/model/progress.ts';
import { useText } from './TextProvider.tsx';

export interface ActionsProps {
  progress: RoundProgress | null;
  onCheck: () => void;
  onCancel: () => void;
  /** Left out where the page has another way to save the history; null where there is nothing to save. */
  onDownload?: (() => void) | null;
}

export function Actions({ progress, onCheck, onCancel, onDownload }: ActionsProps) {
  const { t } = useText();
  return (
    <div class="actions">
      {/* One button for both, so that keyboard focus stays where it is when a check starts. */}
      <button
        type="button"
        class={progress ? 'main stop' : 'main'}
        onClick={progress ? onCancel : onCheck}
      >
        {t(progress ? 'action.cancel' : 'action.check')}
      </button>
      {onDownload !== undefined && (
        <button type="button" disabled={onDownload === null} onClick={() => onDownload?.()}>
          {t('action.download')}
        </button>
      )}
    </div>
  );
}
