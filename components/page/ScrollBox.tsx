import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface ScrollBoxProps {
  label: string;
  startAtEnd?: boolean;
  children: ComponentChildren;
}

/** Scrolls wide content by itself, also by keyboard, so that the page does not scroll sideways. */
export function ScrollBox({ label, startAtEnd = false, children }: ScrollBoxProps) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (startAtEnd && box.current) box.current.scrollLeft = box.current.scrollWidth;
  }, [startAtEnd]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section ref={box} class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
