import { useEffect } from 'preact/hooks';

const canHaveFocus =
  'a[href], button:not(:disabled), summary, input:not(:disabled), select:not(:disabled), textarea, [tabindex]';

/**
 * Where a button goes that was pressed, or anything else that has the focus, the browser leaves the focus nowhere: the
 * keyboard begins at the top again. It goes to the first thing around that can have it. What moves it by itself is sooner.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let around: Element[] = [];
    const onFocus = ({ target }: FocusEvent) => {
      around = target instanceof Element ? withParents(target) : [];
    };
    const onBlur = ({ target }: FocusEvent) => {
      // Chromium says so, too, as an element is being taken away.
      queueMicrotask(() => {
        if (target instanceof Element && target.isConnected && around[0] === target) around = [];
      });
    };
    const observer = new MutationObserver(() => {
      const [last, ...others] = around;
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (last === undefined || last.isConnected || !isLost) return;
      around = [];
      const place = others.find((one) => one.isConnected && one.querySelector(canHaveFocus));
      place?.querySelector<HTMLElement>(canHaveFocus)?.focus();
    });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
      observer.disconnect();
    };
  }, []);
}

/** The element, and all that it is in. */
function withParents(element: Element): Element[] {
  const { parentElement } = element;
  return parentElement === null ? [element] : [element, ...withParents(parentElement)];
}
