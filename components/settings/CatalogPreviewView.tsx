import type { CatalogChange, CatalogPreview } from '../../lib/model/catalog-file.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

interface CatalogPreviewViewProps {
  preview: CatalogPreview;
  /** Called in the click, as the browser asks for new sites then. */
  onUse: () => void;
  onLeave: () => void;
}

/** What would change with a catalogue's file, and a yes or a no to it. */
export function CatalogPreviewView({ preview, onUse, onLeave }: CatalogPreviewViewProps) {
  const { version, reviewed, changes, hosts, permissions } = preview;
  const { t } = useDashboardText();
  return (
    <div class="catalog-preview">
      <h4>{t('catalog.preview', { version, reviewed })}</h4>
      {changes.length === 0 && <p>{t('catalog.preview.same')}</p>}
      <dl>
        {changes.map((change) => (
          <Change key={change.list} change={change} />
        ))}
        <dt>{t('catalog.hosts')}</dt>
        <dd>
          {hosts.length === 0 ? t('catalog.hosts.none') : <bdi dir="ltr">{hosts.join(', ')}</bdi>}
        </dd>
      </dl>
      {permissions.length > 0 && <p>{t('catalog.permissions')}</p>}
      <div class="actions">
        <button type="button" class="main" onClick={onUse}>
          {t('catalog.use')}
        </button>
        <button type="button" onClick={onLeave}>
          {t('catalog.leave')}
        </button>
      </div>
    </div>
  );
}

const kinds = ['added', 'changed', 'removed'] as const;

function Change({ change }: { change: CatalogChange }) {
  const { t } = useDashboardText();
  return (
    <>
      <dt>{t(`catalog.list.${change.list}`)}</dt>
      {kinds
        .filter((kind) => change[kind].length > 0)
        .map((kind) => (
          <dd key={kind}>{t(`catalog.${kind}`, { names: change[kind].join(', ') })}</dd>
        ))}
    </>
  );
}
