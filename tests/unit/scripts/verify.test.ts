import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipFiles } from '../../../scripts/packages/sources.ts';

/** A clone with the real command, and packages that take no minutes to build. */
let clone = '';
let folder = '';

/** Packs one file into a package, by what packs the sources. */
const zip = `import { mkdirSync, writeFileSync } from 'node:fs';
import { zipFiles } from './packages/sources.ts';
mkdirSync('.output');
writeFileSync('.output/dozvon-1.0.0-sideload-chrome.zip', zipFiles('.', ['script.js']));
writeFileSync('.output/dozvon-1.0.0.cdx.json', '{}');
`;

function verify(...files: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(clone, 'scripts/verify.ts'), ...files],
    { cwd: clone, encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } },
  );
  return { status, said: `${stdout}${stderr}` };
}

function save(name: string, bytes: Uint8Array): string {
  writeFileSync(path.join(folder, name), bytes);
  return name;
}

const git = (...options: string[]) => execFileSync('git', ['-C', clone, ...options]);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
  clone = path.join(folder, 'clone');
  cpSync('scripts', path.join(clone, 'scripts'), { recursive: true });
  writeFileSync(path.join(clone, 'scripts/zip.ts'), zip);
  writeFileSync(path.join(clone, 'package.json'), '{"version":"1.0.0","type":"module"}');
  writeFileSync(path.join(clone, 'script.js'), 'console.log(1);');
  writeFileSync(path.join(clone, '.gitignore'), 'node_modules\n');
  symlinkSync(path.resolve('node_modules'), path.join(clone, 'node_modules'), 'dir');
  git('init', '-q');
  git('add', '.');
  git('-c', 'user.name=a', '-c', 'user.email=a@b.invalid', 'commit', '-qm', 'one');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run verify', () => {
  it('finds a package that the commit builds, byte for byte', () => {
    const same = save('same.zip', zipFiles(clone, ['script.js']));

    expect(verify(same)).toEqual({
      status: 0,
      said: expect.stringMatching(
        /^ok {4}same\.zip is dozvon-1\.0\.0-sideload-chrome\.zip of commit /,
      ),
    });
  });

  it('finds a changed byte in a file of the package', () => {
    writeFileSync(path.join(folder, 'script.js'), 'console.log(2);');
    const changed = save('changed.zip', zipFiles(folder, ['script.js']));

    expect(verify(changed)).toEqual({
      status: 1,
      said: expect.stringMatching(
        /^WRONG changed\.zip is not dozvon-1\.0\.0-sideload-chrome\.zip of commit \w+: script\.js differs\n$/,
      ),
    });
  });

  it('finds a changed byte of the archive itself, beside one that is as built', () => {
    const bytes = zipFiles(clone, ['script.js']);
    const same = save('same.zip', bytes);
    // The year of the file.
    bytes[13] = (bytes[13] ?? 0) ^ 2;
    const changed = save('packed.zip', bytes);

    const { status, said } = verify(same, changed);

    expect(status).toBe(1);
    expect(said).toMatch(/^ok {4}same\.zip/);
    expect(said).toContain(
      'WRONG packed.zip holds what dozvon-1.0.0-sideload-chrome.zip holds, but is packed otherwise',
    );
  });

  it('knows no package in what is no archive, and wants a file that is there', () => {
    const text = save('shopping.txt', Buffer.from('milk'));

    expect(verify(text)).toEqual({ status: 1, said: 'WRONG shopping.txt is no package\n' });
    expect(verify('gone.zip')).toMatchObject({ status: 2 });
    expect(verify()).toMatchObject({ status: 2 });
  });
});
