import '../../../entrypoints/dashboard/style.css';
import { render } from 'preact';
import { DashboardView } from '../../../components/dashboard/DashboardView.tsx';
import { followAddress } from '../../../lib/browser/page/address.ts';
import { agreeTexts } from '../../../lib/i18n/agree-text.ts';
import { dashboardTexts } from '../../../lib/i18n/dashboard-text.ts';
import { pageTexts } from '../../../lib/i18n/text.ts';
import { noDashboardActions } from '../../helpers/no-dashboard-actions.ts';
import { dashboardState } from '../dashboard-states.ts';
import { asked, language } from './ground.ts';

/* A page of the dashboard with made-up data: `?state=checking&note=…#overview`. */

await Promise.all([pageTexts, dashboardTexts, agreeTexts].map(({ load }) => load(language)));

render(
  <DashboardView
    {...dashboardState(asked.get('state'), asked.get('note') ?? 'New provider')}
    {...noDashboardActions}
    address={followAddress()}
    language={language}
  />,
  document.body,
);
