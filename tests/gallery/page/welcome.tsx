import '../../../entrypoints/welcome/style.css';
import { render } from 'preact';
import { FirstPageView } from '../../../components/first-run/FirstPageView.tsx';
import { agreeTexts } from '../../../lib/i18n/agree-text.ts';
import { dashboardTexts } from '../../../lib/i18n/dashboard-text.ts';
import { pageTexts } from '../../../lib/i18n/text.ts';
import { noDashboardActions } from '../../helpers/no-dashboard-actions.ts';
import { dashboardState } from '../dashboard-states.ts';
import { language } from './ground.ts';

/* The page that opens once, when the extension is installed. */

await Promise.all([pageTexts, agreeTexts, dashboardTexts].map(({ load }) => load(language)));

render(
  <FirstPageView
    {...dashboardState('first steps', '')}
    {...noDashboardActions}
    language={language}
  />,
  document.body,
);
