import { useState } from 'preact/hooks';
import type { UploadDraft } from '../../lib/settings/upload.ts';
import type { PreviewedRequest } from '../../lib/upload/preview.ts';
import type { UploadActions } from '../../lib/view/actions/upload-actions.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

interface UploadPreviewProps extends Pick<UploadActions, 'onPreviewUpload'> {
  /** Null where what is set does not fit. */
  read: () => UploadDraft | null;
  /** The random id that is sent. */
  instance: string;
}

/** Shows, when asked, exactly what would be sent of the last check. Give it a key of what is set: others show anew. */
export function UploadPreview({ read, instance, onPreviewUpload }: UploadPreviewProps) {
  const { t } = useDashboardText();
  const [shown, setShown] = useState<PreviewedRequest[] | 'unread' | null>();

  function show() {
    const draft = read();
    if (draft === null) return setShown(undefined);
    onPreviewUpload(draft, instance).then(setShown, (error) => {
      console.error(error);
      setShown('unread');
    });
  }

  return (
    <>
      <div class="actions">
        <button type="button" onClick={show}>
          {t('upload.preview')}
        </button>
      </div>
      <div role="status">
        {shown === null && <p>{t('upload.preview.none')}</p>}
        {shown === 'unread' && <p>{t('error.history')}</p>}
        {shown?.length === 0 && <p>{t('upload.preview.nothing')}</p>}
        {shown !== 'unread' &&
          shown?.map((request) => <RequestView key={request.url} request={request} />)}
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
