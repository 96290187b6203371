import { render } from 'preact';
import { PopupView } from '../../components/PopupView.tsx';
import { followWorker, lookAtRoute, openPage, renderPage } from '../../lib/browser/page/page.ts';
import { readLatest } from '../../lib/history/latest.ts';

const store = await openPage(async (history) => {
  const { round, route } = await readLatest(history);
  return { rounds: round ? [round] : [], route };
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
