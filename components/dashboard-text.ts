import { type DashboardText, dashboardText } from '../lib/i18n/dashboard-text.ts';
import { useText } from './TextProvider.tsx';

/** For components that the dashboard alone has: the language of the page, with texts of their own. */
export function useDashboardText(): DashboardText {
  return dashboardText(useText().language);
}
