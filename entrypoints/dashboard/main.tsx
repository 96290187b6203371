import { render } from 'preact';
import { DashboardView } from '../../components/DashboardView.tsx';
import { followWorker, openPage, renderPage } from '../../lib/browser/page/page.ts';
import { saveSetAside } from '../../lib/browser/page/save-set-aside.ts';
import { lastRoute } from '../../lib/history/facts.ts';
import { recentRounds } from '../../lib/history/rounds.ts';

const shownRounds = 96;

const store = await openPage(
  async (history) => {
    const [rounds, route] = await Promise.all([
      recentRounds(history, shownRounds),
      lastRoute(history),
    ]);
    return { rounds, route };
  },
  { saveSetAside },
);

renderPage(store, (state) => {
  render(<DashboardView {...state} {...store.actions} />, document.body);
});

await followWorker(store);
