import { render } from 'preact';
import { DashboardView } from '../../components/dashboard/DashboardView.tsx';
import { followAddress } from '../../lib/browser/page/address.ts';
import { createAlerts } from '../../lib/browser/page/alerts.ts';
import { createBackups } from '../../lib/browser/page/backups.ts';
import { createHistoryQueries } from '../../lib/browser/page/history-queries.ts';
import { createNotes } from '../../lib/browser/page/notes.ts';
import { followWorker, openPage, renderPage } from '../../lib/browser/page/page.ts';
import { saveFile } from '../../lib/browser/page/save-file.ts';
import { saveSetAside } from '../../lib/browser/page/save-set-aside.ts';
import { createUploads } from '../../lib/browser/page/uploads.ts';
import { exportFormats } from '../../lib/export/formats.ts';
import { readFact } from '../../lib/history/facts.ts';
import { readLatest } from '../../lib/history/latest.ts';
import { agreeTexts } from '../../lib/i18n/agree-text.ts';
import { dashboardTexts } from '../../lib/i18n/dashboard-text.ts';
import type { Language } from '../../lib/i18n/languages.ts';
import { pageTexts } from '../../lib/i18n/text.ts';
import { createDashboardActions } from '../../lib/view/actions/dashboard-actions.ts';

const loadTexts = (language: Language) =>
  Promise.all([pageTexts, dashboardTexts, agreeTexts].map(({ load }) => load(language)));

const store = await openPage({
  async readShown(opened) {
    const { round, route } = await readLatest(opened);
    const isDeleting = (await readFact(opened, 'omissions')) !== undefined;
    return { rounds: round ? [round] : [], route, isDeleting };
  },
  loadTexts,
  formats: exportFormats,
  saveSetAside,
});
const address = followAddress();
const queries = createHistoryQueries(store.history);
const actions = {
  ...store.actions,
  ...createDashboardActions(store.sources, store.holder),
  ...createBackups(store, loadTexts),
  onSaveFile: saveFile,
  ...createAlerts(store),
  ...createNotes(store),
  ...createUploads(store),
};

renderPage(store, (state) => {
  render(<DashboardView {...state} {...actions} {...{ address, queries }} />, document.body);
});

await followWorker(store);
