import { useSignal } from '@preact/signals';

/** Puts a text on the clipboard; `outcome` is null before the first try. */
export function useCopied(): {
  outcome: 'done' | 'failed' | null;
  copy: (text: string) => Promise<void>;
} {
  const outcome = useSignal<'done' | 'failed' | null>(null);
  return {
    outcome: outcome.value,
    async copy(text) {
      try {
        await navigator.clipboard.writeText(text);
        outcome.value = 'done';
      } catch {
        // The text is on the page, so it can be marked and copied by hand.
        outcome.value = 'failed';
      }
    },
  };
}
