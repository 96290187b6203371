import type { RefObject } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useDashboardText } from '../text/dashboard-text.ts';
import { ArrivalContext } from './arrival.ts';

interface PageTitleProps {
  text: string;
  /** For the tab, where the heading tells what the browser's own history of pages must not keep. */
  tab?: string;
  /** Where something else on the page catches the eye first. */
  isHidden?: boolean;
  /** For a page that moves the focus there itself. */
  heading?: RefObject<HTMLHeadingElement | null>;
}

/** The heading of a page, which also names its tab and takes the focus when a person gets there. */
export function PageTitle({ text, tab = text, isHidden = false, ...given }: PageTitleProps) {
  const { t } = useDashboardText();
  useEffect(() => {
    document.title = t('page.title', { page: tab });
  }, [t, tab]);
  const arrival = useContext(ArrivalContext);
  const own = useRef<HTMLHeadingElement>(null);
  const heading = given.heading ?? own;
  useLayoutEffect(() => {
    if (arrival.current) heading.current?.focus();
    arrival.current = false;
  }, [arrival, heading]);
  return (
    <h1 ref={heading} class={isHidden ? 'visually-hidden' : 'page-title'} tabIndex={-1}>
      {text}
    </h1>
  );
}
