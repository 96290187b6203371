import { browser } from 'wxt/browser';
import { type CatalogData, catalogOfAll } from '../../../catalog/catalog-for.ts';
import { dataOfFile } from '../../../catalog/file/data.ts';
import { compareCatalogs } from '../../../catalog/file/preview.ts';
import { problemOfFuture, readCatalogFile } from '../../../catalog/file/read.ts';
import type { CatalogFile } from '../../../catalog/file/schema.ts';
import { hostPatterns } from '../../../catalog/hosts.ts';
import { builtIn } from '../../../catalog/index.ts';
import type { CatalogKeeper } from '../../../messages/handlers.ts';
import { type CatalogProblem, problemText } from '../../../model/catalog-file.ts';
import type { RoundController } from '../../../round/controller.ts';
import { applyChange } from '../../../settings/apply-change.ts';
import { readCheckSettings } from '../stored/check-settings.ts';
import { readOwnCatalog, writeCatalogFile } from './catalog-data.ts';
import { returnPermissions } from './permissions.ts';
import { choicesFrom, readChoiceSources } from './service-choices.ts';
import type { TellSettings } from './tell-settings.ts';

/** Keeps the catalogue in use. A change of it stops the running round, which began with another. */
export function createCatalogKeeper(
  controller: Pick<RoundController, 'cancel'>,
  tell: TellSettings,
): CatalogKeeper {
  async function change(text: string | null, after: CatalogData) {
    // Something must be left to check.
    const choices = choicesFrom({ ...(await readChoiceSources()), data: after });
    applyChange(await readCheckSettings(), {}, choices);
    const { data: before } = await readOwnCatalog();
    await writeCatalogFile(text);
    controller.cancel();
    await returnPermissions(patternsOf(before));
    await tell();
  }

  return {
    async inUse() {
      const { version, reviewed, fromFile } = await readOwnCatalog();
      return { version, reviewed, fromFile };
    },
    async preview(text) {
      const file = read(text);
      if ('rule' in file) return file;
      const { version, reviewed } = file;
      const after = dataOfFile(file, builtIn);
      const compared = compareCatalogs((await readOwnCatalog()).data, after);
      return { version, reviewed, ...compared, permissions: furtherPatterns(after) };
    },
    async use(text) {
      const file = read(text);
      if ('rule' in file) throw new Error(problemText(file));
      const after = dataOfFile(file, builtIn);
      const origins = furtherPatterns(after);
      if (origins.length > 0 && !(await browser.permissions.contains({ origins }))) {
        throw new Error(`permissions: found some missing, allowed: ${origins.join(', ')}`);
      }
      await change(text, after);
    },
    useBuiltIn: () => change(null, builtIn),
  };
}

function read(text: string): CatalogFile | CatalogProblem {
  const file = readCatalogFile(text, builtIn);
  if ('rule' in file) return file;
  return problemOfFuture(file, new Date()) ?? file;
}

/** What checks need at the defaults, without what comes with the extension. The research build has all hosts. */
function furtherPatterns(data: CatalogData): string[] {
  const { host_permissions: given = [], optional_host_permissions: optional = [] } =
    browser.runtime.getManifest();
  if (optional.length === 0) return [];
  const { required } = hostPatterns(catalogOfAll(data));
  return required.filter((pattern) => !given.includes(pattern));
}

function patternsOf(data: CatalogData): string[] {
  const { required, services } = hostPatterns(catalogOfAll(data));
  return [...required, ...services];
}
