import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { catalog } from '../../lib/catalog/index.ts';
import { methodOf } from '../../lib/catalog/target-kinds.ts';
import type { Round } from '../../lib/model/round.ts';
import type { ExtensionPage } from '../../scripts/browser/extension-page.ts';

interface Endpoint {
  url: string;
  method: string;
}

/** What a round asked, each once: neutral sites and targets. */
export function endpointsOf({ circumstances, services }: Round): Endpoint[] {
  const asked = new Set([
    ...circumstances.controls.map(({ id }) => id),
    ...services.flatMap(({ targets }) =>
      targets.filter(({ attempts }) => attempts.length > 0).map(({ id }) => id),
    ),
  ]);
  return [
    ...catalog.controls.filter(({ id }) => asked.has(id)),
    ...catalog.services
      .flatMap(({ targets }) => targets)
      .filter(({ id }) => asked.has(id))
      .map((target) => ({ url: target.urls[0] ?? '', method: methodOf(target) })),
  ].map(({ url, method }) => ({
    // A WebSocket's handshake counts like an HTTPS one.
    url: url.replace(/^wss:/, 'https:'),
    method,
  }));
}

/** Fetches endpoints in parallel, under the limits of a round. Resolves with the milliseconds that it took. */
export function fetchBarely(page: ExtensionPage, endpoints: Endpoint[]): Promise<number> {
  return page.evaluate(bareFetch, { source: limitsSource(), endpoints });
}

/** The extension's own limiter, as a script for the page. */
function limitsSource(): string {
  const file = new URL('../../lib/round/limits.ts', import.meta.url);
  return stripTypeScriptTypes(readFileSync(file, 'utf8')).replaceAll('export ', '');
}

interface BareFetch {
  source: string;
  endpoints: Endpoint[];
}

type CreateLimits = (options: object) => {
  run(slot: object, task: () => Promise<unknown>): Promise<unknown>;
};

/** Runs in the page. */
async function bareFetch({ source, endpoints }: BareFetch): Promise<number> {
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- the source is our own file, and this is no product code
  const createLimits = new Function(`${source}; return createLimits;`)() as CreateLimits;
  const clock = () => performance.now();
  const limits = createLimits({ connections: 8, restMs: 1_000, clock });
  const started = clock();
  await Promise.all(
    endpoints.map(({ url, method }) =>
      limits.run({ host: new URL(url).origin, priority: 1 }, () =>
        fetch(url, { method, cache: 'no-store', credentials: 'omit', redirect: 'manual' }).catch(
          () => undefined,
        ),
      ),
    ),
  );
  return clock() - started;
}
