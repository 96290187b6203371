import { StateIcon } from './StateIcon.tsx';
import { useText } from './TextProvider.tsx';

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
