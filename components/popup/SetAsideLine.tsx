import { StateIcon } from '../signs/StateIcon.tsx';
import { useText } from '../text/TextProvider.tsx';

/** Tells that there is more about the history on the dashboard. */
export function SetAsideLine() {
  return (
    <div class="notice">
      <p>
        <StateIcon sign="impaired" />
        {useText().t('aside.short')}
      </p>
    </div>
  );
}
