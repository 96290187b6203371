import { render } from 'preact';
import { PopupView } from '../../components/PopupView.tsx';
import { followWorker, lookAtRoute, openPage, renderPage } from '../../lib/browser/page/page.ts';
import { readLatest } from '../../lib/history/latest.ts';
import { pageTexts } from '../../lib/i18n/text.ts';

const store = await openPage({
  async readShown(history) {
    const { round, route } = await readLatest(history);
    return { rounds: round ? [round] : [], route };
  },
  loadTexts: pageTexts.load,
  formats: { csv: async () => (await import('../../lib/export/csv.ts')).attempts },
});

/** In a script of its own, which the first frame does not wait for. */
async function readDay() {
  const later = await import('../../lib/browser/page/read-day.ts');
  return later.readDay(await store.history(), new Date());
}

renderPage(store, ({ rounds, ...state }) => {
  render(
    <PopupView
      round={rounds[0] ?? null}
      {...state}
      dashboardUrl="/dashboard.html"
      firstPageUrl="/welcome.html"
      readDay={readDay}
      {...store.actions}
    />,
    document.body,
  );
});

await followWorker(store);
await lookAtRoute();
