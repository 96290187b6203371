import { render } from 'preact';
import { FirstPageView } from '../../components/FirstPageView.tsx';
import { followWorker, openPage, renderPage } from '../../lib/browser/page/page.ts';

const store = await openPage(async () => []);

renderPage(store, ({ checkSettings, language, error }) => {
  // Once a person has agreed, here or in the popup, the results are of more use.
  if (checkSettings.agreed) location.replace('/dashboard.html');
  else render(<FirstPageView {...{ language, error }} {...store.actions} />, document.body);
});

await followWorker(store);
