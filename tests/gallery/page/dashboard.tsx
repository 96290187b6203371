import '../../../entrypoints/dashboard/style.css';
import { render } from 'preact';
import { DashboardView } from '../../../components/DashboardView.tsx';
import { followAddress } from '../../../lib/browser/page/address.ts';
import { setLanguage } from '../../../lib/browser/page/set-language.ts';
import { agreeTexts } from '../../../lib/i18n/agree-text.ts';
import { dashboardTexts } from '../../../lib/i18n/dashboard-text.ts';
import { isLanguage } from '../../../lib/i18n/languages.ts';
import { pageTexts } from '../../../lib/i18n/text.ts';
import { dashboardData } from '../dashboard-pages.ts';

/* A page of the dashboard with made-up data: `?language=ru&scheme=dark&note=…#service/signal`. */

const asked = new URLSearchParams(location.search);
const wanted = asked.get('language');
const language = isLanguage(wanted) ? wanted : 'en';
const scheme = asked.get('scheme');

setLanguage(language);
if (scheme !== null) document.documentElement.style.colorScheme = scheme;

await Promise.all([pageTexts, dashboardTexts, agreeTexts].map(({ load }) => load(language)));

const nothing = () => {};

render(
  <DashboardView
    {...dashboardData(asked.get('note') ?? 'New provider')}
    address={followAddress()}
    language={language}
    onSaveSetAside={nothing}
    onDeleteSetAside={nothing}
    onAgree={nothing}
    onSaveNote={async () => true}
    onDeleteNote={nothing}
    onAddService={nothing}
    onRemoveService={nothing}
    onTryService={async () => null}
    onPreviewCatalog={async () => null}
    onUseCatalog={async () => 'failed'}
    onBuiltInCatalog={nothing}
    onLookAtRoute={nothing}
    onPause={nothing}
    onResume={nothing}
    onCheckSettings={nothing}
    onCheck={nothing}
    onPermitCheck={nothing}
    onCancel={nothing}
    onExport={nothing}
    onCancelExport={nothing}
    onSaveBackup={nothing}
    onOpenBackup={nothing}
    onRestoreBackup={nothing}
    onCancelBackup={nothing}
    onLeaveBackup={nothing}
    onReadAlerts={nothing}
    onAlertsOn={nothing}
    onAlerts={nothing}
    onReadUpload={nothing}
    onUploadOn={nothing}
    onPermitUpload={nothing}
    onUploadOff={nothing}
    onPreviewUpload={async () => null}
    onLanguage={nothing}
    onSaveFile={nothing}
    onRoutingSettings={nothing}
    onResetSettings={nothing}
    onDeletePart={nothing}
    onDeleteEverything={nothing}
  />,
  document.body,
);
