import type { DashboardText } from '../../lib/i18n/dashboard-text.ts';
import {
  type CatalogInUse,
  type CatalogPreview,
  type CatalogProblem,
  longestCatalogFile,
} from '../../lib/model/catalog-file.ts';
import type { CatalogActions, CatalogOutcome } from '../../lib/view/actions/catalog-actions.ts';
import { Problem } from '../forms/Problem.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { CatalogPreviewView } from './CatalogPreviewView.tsx';
import { useAnswer } from './use-answer.ts';

export interface CatalogFileProps extends CatalogActions {
  /** Null until the worker has told it. */
  catalog: CatalogInUse | null;
}

/** What has become of the file that was opened last. */
type Shown =
  | { kind: 'problem'; problem: CatalogProblem }
  | { kind: 'preview'; text: string; preview: CatalogPreview }
  | { kind: 'outcome'; outcome: CatalogOutcome };

/** Which catalogue is in use, and a way to open a newer one, look at it and use it. */
export function CatalogFile(props: CatalogFileProps) {
  const { catalog, onPreviewCatalog, onUseCatalog, onBuiltInCatalog } = props;
  const { t } = useDashboardText();
  const { answer: shown, ask, drop } = useAnswer<Shown>();

  async function open(input: HTMLInputElement) {
    const file = input.files?.[0];
    if (file === undefined) return;
    await ask(read(file, onPreviewCatalog), null);
    // The same file can be opened again once it was mended.
    input.value = '';
  }

  async function use({ text, preview }: Extract<Shown, { kind: 'preview' }>): Promise<Shown> {
    const { permissions } = preview;
    return { kind: 'outcome', outcome: await onUseCatalog({ text, permissions }) };
  }

  if (catalog === null) return null;
  const isUsed = shown?.kind === 'outcome' && shown.outcome === 'used';
  return (
    <section class="catalog-file" aria-labelledby="catalog-file">
      <h3 id="catalog-file">{t('catalog.title')}</h3>
      <p>{t('catalog.how')}</p>
      <p role="status">
        {t(catalog.fromFile ? 'catalog.in-use.file' : 'catalog.in-use.built-in', {
          version: catalog.version,
          reviewed: catalog.reviewed ?? '',
        })}
      </p>
      {catalog.fromFile && (
        <div class="actions">
          <button type="button" onClick={onBuiltInCatalog}>
            {t('catalog.back')}
          </button>
        </div>
      )}
      <label>
        {t('catalog.open')}{' '}
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => void open(currentTarget)}
        />
      </label>
      <p role="status">{isUsed && t('catalog.outcome.used')}</p>
      <Problem>{shown !== null && !isUsed && problemText(shown, t)}</Problem>
      {shown?.kind === 'preview' && (
        <CatalogPreviewView
          preview={shown.preview}
          onUse={() => void ask(use(shown), shown)}
          onLeave={drop}
        />
      )}
    </section>
  );
}

async function read(
  file: File,
  preview: CatalogFileProps['onPreviewCatalog'],
): Promise<Shown | null> {
  // A file that is much too large is not even read.
  if (file.size > 4 * longestCatalogFile) {
    const problem = { field: '', found: `${file.size} B`, rule: 'size', detail: '' } as const;
    return { kind: 'problem', problem };
  }
  const text = await file.text();
  const answer = await preview(text);
  if (answer === null) return null;
  return 'rule' in answer
    ? { kind: 'problem', problem: answer }
    : { kind: 'preview', text, preview: answer };
}

/** Null where nothing is wrong. */
function problemText(shown: Shown, t: DashboardText['t']): string | null {
  if (shown.kind === 'preview') return null;
  if (shown.kind === 'outcome') return t(`catalog.outcome.${shown.outcome}`);
  const { field, found, rule, detail } = shown.problem;
  return t('catalog.problem', {
    field: field === '' ? t('catalog.problem.file') : field,
    found,
    allowed: t(`catalog.rule.${rule}`, { detail }),
  });
}
