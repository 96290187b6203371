import { render } from 'preact';
import { PopupView } from '../../components/PopupView.tsx';
import { followWorker, lookAtRoute, openPage, renderPage } from '../../lib/browser/page/page.ts';
import { latestRound } from '../../lib/history/rounds.ts';

const store = await openPage(async (database) => {
  const round = await latestRound(database);
  return round ? [round] : [];
});

renderPage(store, ({ rounds, ...state }) => {
  render(
    <PopupView
      round={rounds[0] ?? null}
      {...state}
      dashboardUrl="/dashboard.html"
      firstPageUrl="/welcome.html"
      {...store.actions}
    />,
    document.body,
  );
});

await followWorker(store);
await lookAtRoute();
