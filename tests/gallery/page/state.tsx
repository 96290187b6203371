import '../../../entrypoints/popup/style.css';
import { render } from 'preact';
import { PopupView } from '../../../components/PopupView.tsx';
import { setLanguage } from '../../../lib/browser/page/set-language.ts';
import { isLanguage } from '../../../lib/i18n/languages.ts';
import { pageTexts } from '../../../lib/i18n/text.ts';
import { dayBefore, type PopupStateName, popupState } from '../popup-states.ts';

/* One state of the popup: `?state=offline&language=ru&scheme=dark`. */

const asked = new URLSearchParams(location.search);
const wanted = asked.get('language');
const language = isLanguage(wanted) ? wanted : 'en';
const scheme = asked.get('scheme');

setLanguage(language);
if (scheme !== null) document.documentElement.style.colorScheme = scheme;

await pageTexts.load(language);

const nothing = () => {};

const state = popupState(asked.get('state') as PopupStateName);

render(
  <PopupView
    {...state}
    language={language}
    readDay={async () => dayBefore(state.round)}
    onAgree={nothing}
    onPause={nothing}
    onResume={nothing}
    onCheck={nothing}
    onCancel={nothing}
    onExport={nothing}
    onLanguage={nothing}
  />,
  document.body,
);
