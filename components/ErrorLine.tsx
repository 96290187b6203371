import type { PageError } from '../lib/view/page-store.ts';
import { StateIcon } from './StateIcon.tsx';
import { useText } from './TextProvider.tsx';

interface ErrorLineProps {
  error: PageError | null;
}

export function ErrorLine({ error }: ErrorLineProps) {
  const { say } = useText();
  // Present while empty: a live region that appears with its text is not read out.
  return (
    <div role="alert" class="error">
      {error && (
        <p>
          <StateIcon sign="impaired" />
          {say(`error.${error}`)}
        </p>
      )}
    </div>
  );
}
