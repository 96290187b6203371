import type { PageError } from '../../lib/view/page/page-state.ts';
import { StateIcon } from '../signs/StateIcon.tsx';
import { useText } from '../text/TextProvider.tsx';

interface ErrorLineProps {
  error: PageError | null;
}

export function ErrorLine({ error }: ErrorLineProps) {
  const { t } = useText();
  // Always present: screen readers do not announce a live region that appears together with its text.
  return (
    <div role="alert" class="error">
      {error && (
        <p>
          <StateIcon sign="impaired" />
          {t(`error.${error}`)}
        </p>
      )}
    </div>
  );
}
