import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, preview } from 'vite';

export interface Gallery {
  /** Of a page in `page`. */
  address: (page: string) => string;
  close: () => Promise<void>;
}

const root = path.join(import.meta.dirname, 'page');

/** Serves the components on this machine alone, in pages without an extension around them. */
export async function serveGallery(): Promise<Gallery> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'gallery-'));
  const common = { configFile: false, root, logLevel: 'error' } as const;
  await build({
    ...common,
    // Only then does Lingui compile the texts by itself.
    define: { 'process.env.NODE_ENV': '"development"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: true,
      // Else a page would have the ground that the browser prefers, and not the one that was asked for.
      target: 'esnext',
      rolldownOptions: {
        input: ['index.html', 'state.html', 'dashboard.html'].map((page) => path.join(root, page)),
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
