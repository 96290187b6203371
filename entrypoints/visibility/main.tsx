import { render } from 'preact';
import { VisibilityHeader } from '../../components/VisibilityHeader.tsx';
import { openPage, renderPage } from '../../lib/browser/page/page.ts';
import { createText } from '../../lib/i18n/text.ts';

const store = await openPage(async () => ({ rounds: [], route: null }));
const top = document.querySelector('#top');

// The document itself is in the page, once in each language; the style shows that of the root.
renderPage(store, ({ language }) => {
  document.title = createText(language).t('visibility.title');
  if (top) render(<VisibilityHeader language={language} {...store.actions} />, top);
});
