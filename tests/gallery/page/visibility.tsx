import '../../../entrypoints/visibility/style.css';
import { render } from 'preact';
import { VisibilityHeader } from '../../../components/first-run/VisibilityHeader.tsx';
import { createText, pageTexts } from '../../../lib/i18n/text.ts';
import { language } from './ground.ts';

/* The page that tells who can see what. */

await pageTexts.load(language);

const note = document.querySelector('.untranslated');
if (note) note.textContent = createText(language).t('visibility.untranslated');
const top = document.querySelector('#top');
if (top) {
  render(<VisibilityHeader language={language} isLocked={false} onLanguage={() => {}} />, top);
}
