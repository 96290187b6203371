import { useEffect } from 'preact/hooks';
import { momentTime } from '../../lib/i18n/time.ts';
import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import { isLocked } from '../../lib/settings/organisation.ts';
import { type UploadSettings, uploadUrls } from '../../lib/settings/upload.ts';
import type { ServiceChoice } from '../../lib/settings/wanted-services.ts';
import type { UploadActions, UploadState } from '../../lib/view/actions/upload-actions.ts';
import { useDashboardText } from '../text/dashboard-text.ts';
import { UploadForm } from './UploadForm.tsx';
import { UploadPreview } from './UploadPreview.tsx';

export interface UploadSectionProps extends UploadActions {
  /** Left out until it is read. */
  upload?: UploadState;
  checkSettings: CheckSettings;
  services: readonly ServiceChoice[];
  now: Date;
}

const readAgainMs = 15_000;

/** Whether checks are sent to a server of the person's own, and where to. */
export function UploadSection(props: UploadSectionProps) {
  const { upload, checkSettings, onReadUpload } = props;
  const { t } = useDashboardText();
  // Checks come and are sent while the page is open, and a policy may set another upload.
  useEffect(() => {
    onReadUpload();
    const timer = setInterval(onReadUpload, readAgainMs);
    return () => clearInterval(timer);
  }, [checkSettings.organisation]);
  if (upload === undefined) return null;
  const { settings } = upload;
  return (
    <section class="settings upload">
      <h2>{t('upload.title')}</h2>
      <p>{t('upload.how')}</p>
      {settings !== null ? (
        <RunningUpload {...props} upload={upload} settings={settings} />
      ) : (
        !isLocked(checkSettings, 'upload') && (
          <details>
            <summary>{t('upload.set-up')}</summary>
            <UploadForm {...props} />
          </details>
        )
      )}
    </section>
  );
}

interface RunningUploadProps extends UploadSectionProps {
  upload: UploadState;
  settings: UploadSettings;
}

function RunningUpload(props: RunningUploadProps) {
  const { settings, upload, checkSettings, now, onPermitUpload, onUploadOff } = props;
  const { language, t } = useDashboardText();
  const { draft, instance, since } = settings;
  const hosts = [...new Set(uploadUrls(draft).map((url) => new URL(url).host))].join(', ');
  return (
    <>
      <div role="status">
        <p>{t('upload.is-on', { host: hosts, time: momentTime(language, since, now) })}</p>
        <Progress upload={upload} now={now} />
        {!upload.isPermitted && <p class="notice">{t('upload.unpermitted')}</p>}
      </div>
      <div class="actions">
        {!upload.isPermitted && (
          <button type="button" onClick={() => onPermitUpload(draft)}>
            {t('upload.permit')}
          </button>
        )}
        {!isLocked(checkSettings, 'upload') && (
          <button type="button" onClick={onUploadOff}>
            {t('upload.off')}
          </button>
        )}
      </div>
      <UploadPreview
        key={JSON.stringify(draft)}
        read={() => draft}
        instance={instance}
        {...props}
      />
    </>
  );
}

function Progress({ upload, now }: Pick<RunningUploadProps, 'upload' | 'now'>) {
  const { language, t } = useDashboardText();
  const { status, waiting } = upload;
  if (status === null) return null;
  const { problem, notBefore } = status;
  return (
    <>
      <p>{t('upload.sent', { count: status.delivered, waiting })}</p>
      {status.dropped > 0 && <p>{t('upload.dropped', { count: status.dropped })}</p>}
      {status.refused > 0 && <p>{t('upload.refused', { count: status.refused })}</p>}
      {problem !== null && (
        <p class="notice">
          {t(`upload.problem.${problem.kind}`, { status: problem.status ?? 0 })}{' '}
          {notBefore !== null &&
            Date.parse(notBefore) > now.getTime() &&
            t('upload.next', { time: momentTime(language, notBefore, now) })}
        </p>
      )}
    </>
  );
}
