import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, preview } from 'vite';
import { fillDocuments } from '../../scripts/pages/document-html.ts';

export interface Gallery {
  /** Of a page in `page`. */
  address: (page: string) => string;
  close: () => Promise<void>;
}

const root = path.join(import.meta.dirname, 'page');
const pages = ['index', 'state', 'dashboard', 'welcome', 'visibility'];

/** As the extension's build does. */
const documents = {
  name: 'documents',
  transformIndexHtml: {
    order: 'pre' as const,
    handler: (html: string) => fillDocuments(html, (file) => readFileSync(file, 'utf8')),
  },
};

/** Serves the components on this machine alone, in pages without an extension around them. */
export async function serveGallery(): Promise<Gallery> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'gallery-'));
  const common = { configFile: false, root, logLevel: 'error' } as const;
  await build({
    ...common,
    plugins: [documents],
    // Only then does Lingui compile the texts by itself.
    define: { 'process.env.NODE_ENV': '"development"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: true,
      // Else a page would have the ground that the browser prefers, and not the one that was asked for.
      target: 'esnext',
      rolldownOptions: {
        input: pages.map((page) => path.join(root, `${page}.html`)),
      },
    },
  });
  const server = await preview({
    ...common,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const [local = ''] = server.resolvedUrls?.local ?? [];
  return {
    address: (page) => `${local}${page}`,
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}
