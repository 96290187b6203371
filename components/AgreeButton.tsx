import { useText } from './TextProvider.tsx';

interface AgreeButtonProps {
  onAgree: () => void;
}

/** The person's yes, which starts the first check. */
export function AgreeButton({ onAgree }: AgreeButtonProps) {
  return (
    <div class="actions">
      <button type="button" class="main" onClick={onAgree}>
        {useText().t('first.agree')}
      </button>
    </div>
  );
}
