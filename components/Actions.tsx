import type { RoundProgress } from '../lib/model/progress.ts';
import { useText } from './TextProvider.tsx';

export interface ActionsProps {
  progress: RoundProgress | null;
  hasRounds: boolean;
  onCheck: () => void;
  onCancel: () => void;
  onDownload: () => void;
}

export function Actions({ progress, hasRounds, onCheck, onCancel, onDownload }: ActionsProps) {
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
      <button type="button" disabled={!hasRounds} onClick={onDownload}>
        {t('action.download')}
      </button>
    </div>
  );
}
