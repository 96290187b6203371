import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * A button that shows more goes, and the focus with it: it moves to the first link of what came, or else to the last one.
 * @param shown what changes once more is there
 */
export function useMore<Holder extends HTMLElement>(
  shown: unknown,
): { holder: RefObject<Holder | null>; onMore: () => void } {
  const holder = useRef<Holder>(null);
  const before = useRef<number | null>(null);
  const links = () => [...(holder.current?.querySelectorAll('a') ?? [])];
  useLayoutEffect(() => {
    if (before.current === null) return;
    const all = links();
    (all[before.current] ?? all.at(-1))?.focus();
    before.current = null;
  }, [shown]);
  return {
    holder,
    onMore() {
      before.current = links().length;
    },
  };
}
