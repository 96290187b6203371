import type { Bidi } from '../../../scripts/browser/bidi.ts';
import { createBidiPage } from '../../../scripts/browser/bidi-page.ts';
import type { ExtensionPage } from '../../../scripts/browser/extension-page.ts';
import { idOfExtension, optionalHosts } from './route-permission.ts';

/** What a page of the browser itself may use. */
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionPermissions: {
      add(id: string, some: object, extension: object): Promise<void>;
    };
  };
};
declare const WebExtensionPolicy: { getByID(id: string): { extension: object } };

/** Gives the permission to look at the route, as the page `about:addons` does. */
export async function permitRouteInFirefox(bidi: Bidi, page: ExtensionPage): Promise<void> {
  const origins = await optionalHosts(page);
  if (origins.length > 0) await permitInFirefox(bidi, page, { origins, data_collection: [] });
}

/** Gives optional permissions in the same way. */
export async function permitInFirefox(
  bidi: Bidi,
  page: ExtensionPage,
  given: { origins: string[]; data_collection: string[] },
): Promise<void> {
  const id = await idOfExtension(page);
  const { context } = await bidi.send('browsingContext.create', { type: 'tab', background: true });
  const url = 'about:networking';
  await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
  await createBidiPage(bidi, context).evaluate(
    async (wanted) => {
      const module = 'resource://gre/modules/ExtensionPermissions.sys.mjs';
      const { ExtensionPermissions } = ChromeUtils.importESModule(module);
      const { extension } = WebExtensionPolicy.getByID(wanted.id);
      const some = { permissions: [], ...wanted.given };
      await ExtensionPermissions.add(wanted.id, some, extension);
    },
    { id, given },
  );
  await bidi.send('browsingContext.close', { context });
}
