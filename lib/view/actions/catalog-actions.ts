import type { CatalogPreview, CatalogProblem } from '../../model/catalog-file.ts';
import type { PageSources } from '../page/page-sources.ts';
import type { StateHolder } from '../page/page-state.ts';

/** A catalogue's file that a person may take over, and the match patterns that it needs. */
export interface OpenedCatalog extends Pick<CatalogPreview, 'permissions'> {
  text: string;
}

/** What became of a file: `unpermitted`: the browser does not allow its sites; `failed`: it cannot be used. */
export type CatalogOutcome = 'used' | 'unpermitted' | 'failed';

/** What a person can do about the catalogue; a browser asks for access to sites in a click only. */
export interface CatalogActions {
  /** Null where the worker does not answer. */
  onPreviewCatalog: (text: string) => Promise<CatalogPreview | CatalogProblem | null>;
  /** Call it in the click. All of the file is used, or nothing. */
  onUseCatalog: (opened: OpenedCatalog) => Promise<CatalogOutcome>;
  /** Goes back to the catalogue that is built in. */
  onBuiltInCatalog: () => void;
}

export function createCatalogActions(
  sources: PageSources,
  { attempt, change }: StateHolder,
): CatalogActions {
  async function readChanged() {
    const [catalog, services] = await Promise.all([sources.readCatalog(), sources.readServices()]);
    return { catalog, services };
  }

  return {
    async onPreviewCatalog(text) {
      let preview: CatalogPreview | CatalogProblem | null = null;
      await attempt('worker', async () => {
        preview = await sources.previewCatalog(text);
        return {};
      });
      return preview;
    },
    async onUseCatalog({ text, permissions }) {
      try {
        // Nothing may be awaited before: the click would be over.
        if (!(await sources.requestHosts(permissions))) return 'unpermitted';
        await sources.useCatalog(text);
        change(await readChanged());
        return 'used';
      } catch (error) {
        console.error(error);
        return 'failed';
      }
    },
    onBuiltInCatalog: () =>
      void attempt('worker', async () => {
        await sources.useBuiltInCatalog();
        return readChanged();
      }),
  };
}
