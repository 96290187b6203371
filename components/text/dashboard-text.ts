import { type DashboardText, dashboardText } from '../../lib/i18n/dashboard-text.ts';
import { useText } from './TextProvider.tsx';

/** Texts in the page's language for components that only the dashboard has. */
export function useDashboardText(): DashboardText {
  return dashboardText(useText().language);
}
