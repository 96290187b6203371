import { render } from 'preact';
import { DashboardView } from '../../components/DashboardView.tsx';
import { followWorker, openPage, renderPage } from '../../lib/browser/page/page.ts';
import { recentRounds } from '../../lib/history/rounds.ts';

const shownRounds = 96;

const store = await openPage((database) => recentRounds(database, shownRounds));

renderPage(store, (state) => {
  render(<DashboardView {...state} {...store.actions} />, document.body);
});

await followWorker(store);
