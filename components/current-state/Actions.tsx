import type { RoundProgress } from '../../lib/model/progress.ts';
import { useText } from '../text/TextProvider.tsx';

export interface ActionsProps {
  progress: RoundProgress | null;
  onCheck: () => void;
  onCancel: () => void;
}

export function Actions({ progress, onCheck, onCancel }: ActionsProps) {
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
    </div>
  );
}
