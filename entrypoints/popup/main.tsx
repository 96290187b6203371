import { render } from 'preact';
import { PopupView } from '../../components/popup/PopupView.tsx';
import { followWorker, lookAtRoute, openPage, renderPage } from '../../lib/browser/page/page.ts';
import { createTextCopy } from '../../lib/browser/page/texts-at-once.ts';
import { readLatest } from '../../lib/history/latest.ts';
import { pageTexts } from '../../lib/i18n/text.ts';

// A build replaces `import.meta.url` by the page's address, which stays the same.
const { src } = document.scripts[0] as HTMLScriptElement;
const texts = createTextCopy(pageTexts, src);
const store = await openPage({
  async readShown(history) {
    const { round, route } = await readLatest(history);
    return { rounds: round ? [round] : [], route };
  },
  loadTexts: texts.load,
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
// Nothing is left behind where everything was deleted.
const { checkSettings, language } = store.state.peek();
if (checkSettings.agreed) texts.keep(language);
await lookAtRoute();
