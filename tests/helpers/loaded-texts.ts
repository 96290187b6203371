import { agreeTexts } from '../../lib/i18n/agree-text.ts';
import { dashboardTexts } from '../../lib/i18n/dashboard-text.ts';
import { languages } from '../../lib/i18n/languages.ts';
import { pageTexts } from '../../lib/i18n/text.ts';
import { timelineTexts } from '../../lib/i18n/timeline-text.ts';

/* Imported where components are drawn: a page loads the texts of its language first, too. */

await Promise.all(
  [pageTexts, dashboardTexts, agreeTexts, timelineTexts].flatMap(({ load }) => languages.map(load)),
);
