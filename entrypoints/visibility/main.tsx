import { render } from 'preact';
import { VisibilityHeader } from '../../components/first-run/VisibilityHeader.tsx';
import {
  isLanguageLocked,
  languageAtOnce,
  saveLanguagePlainly,
} from '../../lib/browser/page/language-at-once.ts';
import { setLanguage } from '../../lib/browser/page/set-language.ts';
import { showThemeAtOnce } from '../../lib/browser/page/theme-at-once.ts';
import { untilBody } from '../../lib/browser/page/until-body.ts';
import type { Language } from '../../lib/i18n/languages.ts';
import { createText, pageTexts } from '../../lib/i18n/text.ts';

/** The document itself is in the page, once in each language that it has; the style shows one of them. */
async function show(language: Language): Promise<void> {
  const [isLocked] = await Promise.all([isLanguageLocked(), pageTexts.load(language), untilBody()]);
  setLanguage(language);
  const { t } = createText(language);
  document.title = t('visibility.title');
  const note = document.querySelector('.untranslated');
  if (note) note.textContent = t('visibility.untranslated');
  const top = document.querySelector('#top');
  if (top) render(<VisibilityHeader {...{ language, isLocked, onLanguage }} />, top);
}

function onLanguage(language: Language): void {
  void show(language).then(() => saveLanguagePlainly(language));
}

showThemeAtOnce();
await show(languageAtOnce());
