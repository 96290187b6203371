import { useSignal } from '@preact/signals';

/** Puts a text on the clipboard; `outcome` is null before the first try. */
export function useCopied(): {
  outcome: 'done' | 'failed' | null;
  copy: (text: string) => void;
} {
  const outcome = useSignal<'done' | 'failed' | null>(null);
  return {
    outcome: outcome.value,
    copy(text) {
      navigator.clipboard.writeText(text).then(
        () => {
          outcome.value = 'done';
        },
        // The text is on the page, so it can be marked and copied by hand.
        () => {
          outcome.value = 'failed';
        },
      );
    },
  };
}
