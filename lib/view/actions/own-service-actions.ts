import type { OwnServiceDraft, SiteAnswer } from '../../model/own-service.ts';
import type { PageSources } from '../page/page-sources.ts';
import type { StateHolder } from '../page/page-state.ts';

/** What a person can do about services of their own; a browser asks for access to a site in a click only. */
export interface OwnServiceActions {
  /** Call it in the click. Without the permission the service is added too, and checks say that it is missing. */
  onAddService: (draft: OwnServiceDraft) => void;
  onRemoveService: (id: string) => void;
  /** Call it in the click. Null where the worker does not answer. */
  onTryService: (draft: Pick<OwnServiceDraft, 'url' | 'contains'>) => Promise<SiteAnswer | null>;
}

export function createOwnServiceActions(
  sources: PageSources,
  { attempt }: StateHolder,
): OwnServiceActions {
  async function add(draft: OwnServiceDraft) {
    // Nothing may be awaited before: the click would be over.
    await isAllowed(sources, draft.url);
    await attempt('worker', async () => {
      await sources.addOwnService(draft);
      return { services: await sources.readServices() };
    });
  }

  async function remove(id: string) {
    await attempt('worker', async () => {
      await sources.removeOwnService(id);
      return { services: await sources.readServices() };
    });
  }

  return {
    onAddService: (draft) => void add(draft),
    onRemoveService: (id) => void remove(id),
    async onTryService(draft) {
      await isAllowed(sources, draft.url);
      let answer: SiteAnswer | null = null;
      await attempt('worker', async () => {
        answer = await sources.tryService(draft);
        return {};
      });
      return answer;
    },
  };
}

/** A browser that cannot ask gives no permission either. */
async function isAllowed({ requestSitePermission }: PageSources, url: string): Promise<boolean> {
  try {
    return await requestSitePermission(url);
  } catch (error) {
    console.error(error);
    return false;
  }
}
