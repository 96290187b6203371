import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureChromium, SetupError } from '../../../../scripts/setup/index.mjs';

let folder: string;
let elsewhere: Server;
let downloads: string[];

function writeProgram(name: string, script: string): void {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

const messageOf = (running: Promise<string>): Promise<string> =>
  running.then(
    (path) => `found ${path}`,
    (error: unknown) =>
      error instanceof SetupError ? error.message : `not told: ${String(error)}`,
  );

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'no-chromium-'));
  downloads = [];
  elsewhere = createServer((request, response) => {
    downloads.push(request.url ?? '');
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const address = elsewhere.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  vi.stubEnv('PATH', folder);
  vi.stubEnv('DOZVON_CHROMIUM', undefined);
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', join(folder, 'browsers'));
  vi.stubEnv('PLAYWRIGHT_DOWNLOAD_HOST', `http://127.0.0.1:${port}`);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await new Promise((resolve) => elsewhere.close(resolve));
  rmSync(folder, { recursive: true });
});

describe('without a Chromium', () => {
  it('nothing is downloaded for a person who is not root: it is said what to install', async () => {
    vi.spyOn(process, 'getuid').mockReturnValue(1000);
    writeProgram('apt-get', 'exit 0');

    const message = await messageOf(ensureChromium());

    expect(message).toContain('sudo apt-get install chromium');
    expect(message).toContain('DOZVON_CHROMIUM');
    expect(downloads).toEqual([]);
  });

  it("nor where Debian's packages cannot be had either", async () => {
    vi.spyOn(process, 'getuid').mockReturnValue(0);
    writeProgram('apt-get', 'echo "E: Unable to locate package chromium"; exit 100');

    const message = await messageOf(ensureChromium());

    expect(message).toContain('Unable to locate package chromium');
    expect(message).toContain('DOZVON_CHROMIUM');
    expect(downloads).toEqual([]);
  });

  it("root gets Debian's", async () => {
    vi.spyOn(process, 'getuid').mockReturnValue(0);
    const chromium = join(folder, 'chromium');
    writeProgram(
      'apt-get',
      `echo "$@" >> ${folder}/asked\n[ "$1" = install ] || exit 0\n` +
        `echo '#!/bin/sh' > ${chromium}; /bin/chmod 755 ${chromium}`,
    );

    const path = await ensureChromium();

    expect(path).toBe(chromium);
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toContain('chromium');
    expect(downloads).toEqual([]);
  });
});
