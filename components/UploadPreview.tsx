import { useState } from 'preact/hooks';
import type { UploadDraft } from '../lib/settings/upload.ts';
import type { PreviewedRequest } from '../lib/upload/preview.ts';
import type { UploadActions } from '../lib/view/upload-actions.ts';
import { useDashboardText } from './dashboard-text.ts';

interface UploadPreviewProps extends Pick<UploadActions, 'onPreviewUpload'> {
  /** Null where what is set does not fit. */
  read: () => UploadDraft | null;
}

/** Shows, when asked, exactly what would be sent of the last check. */
export function UploadPreview({ read, onPreviewUpload }: UploadPreviewProps) {
  const { t } = useDashboardText();
  const [shown, setShown] = useState<PreviewedRequest[] | null>();

  async function show() {
    const draft = read();
    setShown(draft === null ? undefined : await onPreviewUpload(draft));
  }

  return (
    <>
      <div class="actions">
        <button type="button" onClick={() => void show()}>
          {t('upload.preview')}
        </button>
      </div>
      <div role="status">
        {shown === null && <p>{t('upload.preview.none')}</p>}
        {shown?.length === 0 && <p>{t('upload.preview.nothing')}</p>}
        {shown?.map((request) => (
          <RequestView key={request.url} request={request} />
        ))}
      </div>
    </>
  );
}

function RequestView({ request }: { request: PreviewedRequest }) {
  const { t } = useDashboardText();
  const { method, url, headers, text, isBinary } = request;
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <figure class="upload-request">
      {isBinary && <figcaption>{t('upload.preview.binary')}</figcaption>}
      <pre dir="ltr">{[`${method} ${url}`, ...head, '', text].join('\n')}</pre>
    </figure>
  );
}
