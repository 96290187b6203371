import '../../../entrypoints/popup/style.css';
import { render } from 'preact';
import { PopupView } from '../../../components/popup/PopupView.tsx';
import { pageTexts } from '../../../lib/i18n/text.ts';
import { dayBefore, type PopupStateName, popupState } from '../popup-states.ts';
import { asked, language } from './ground.ts';

/* One state of the popup: `?state=offline`. */

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
