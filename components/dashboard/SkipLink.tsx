import type { RefObject } from 'preact';
import { useDashboardText } from '../text/dashboard-text.ts';

interface SkipLinkProps {
  to: RefObject<HTMLElement | null>;
}

/** Leads the keyboard past the list of pages. Not by its address, which names a page of the dashboard. */
export function SkipLink({ to }: SkipLinkProps) {
  const { t } = useDashboardText();
  return (
    // biome-ignore lint/a11y/useValidAnchor: it is a link, of which only the address is left to the pages
    <a
      class="skip"
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        to.current?.focus();
      }}
    >
      {t('nav.skip')}
    </a>
  );
}
