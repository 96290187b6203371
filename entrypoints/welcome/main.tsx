import { render } from 'preact';
import { FirstPageView } from '../../components/first-run/FirstPageView.tsx';
import { followWorker, openPage, renderPage } from '../../lib/browser/page/page.ts';
import { agreeTexts } from '../../lib/i18n/agree-text.ts';
import { dashboardTexts } from '../../lib/i18n/dashboard-text.ts';
import { pageTexts } from '../../lib/i18n/text.ts';

const store = await openPage({
  readShown: async () => ({ rounds: [], route: null }),
  loadTexts: (language) =>
    Promise.all([pageTexts, agreeTexts, dashboardTexts].map(({ load }) => load(language))),
});
let isLeaving = false;

renderPage(store, (state) => {
  if (isLeaving) return;
  // Once a person has agreed, here or in the popup, the results are of more use.
  isLeaving = state.checkSettings.agreed;
  if (isLeaving) location.replace('/dashboard.html');
  else render(<FirstPageView {...state} {...store.actions} />, document.body);
});

await followWorker(store);
