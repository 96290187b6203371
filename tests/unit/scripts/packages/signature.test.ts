import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder = '';

/** The command of a document that begins with a text, as a person would type it, but with the key of the test. */
function commandIn(document: string, beginning: string): string {
  const lines = readFileSync(`docs/${document}`, 'utf8').split('\n');
  const commands = lines.filter((line) => line.startsWith(beginning));
  expect(commands).toHaveLength(1);
  return String(commands[0]).replaceAll('~/.ssh/dozvon', './key');
}

function run(command: string) {
  return spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
}

function verify(document = 'install.md') {
  return run(commandIn(document, 'ssh-keygen -Y verify'));
}

function makeKey(): void {
  rmSync(path.join(folder, 'key'), { force: true });
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path.join(folder, 'key')]);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'signature-'));
  writeFileSync(path.join(folder, 'SHA256SUMS'), 'abc  dozvon.zip\n');
  makeKey();
  expect(run(commandIn('release.md', 'echo "dozvon')).status).toBe(0);
  expect(run(commandIn('release.md', 'ssh-keygen -Y sign')).status).toBe(0);
});

afterEach(() => rmSync(folder, { recursive: true }));

it.each(['install.md', 'install.ru.md'])('is found good by what %s says', (document) => {
  expect(verify(document)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Good "dozvon" signature/),
  });
});

it('is not good for other checksums', () => {
  writeFileSync(path.join(folder, 'SHA256SUMS'), 'abd  dozvon.zip\n');

  expect(verify().status).not.toBe(0);
});

it('is not good if somebody else signed', () => {
  makeKey();
  rmSync(path.join(folder, 'SHA256SUMS.sig'));
  expect(run(commandIn('release.md', 'ssh-keygen -Y sign')).status).toBe(0);

  expect(verify().status).not.toBe(0);
});

it('is not good if it was given for something else', () => {
  rmSync(path.join(folder, 'SHA256SUMS.sig'));
  const sign = commandIn('release.md', 'ssh-keygen -Y sign').replace('-n dozvon', '-n git');
  expect(run(sign).status).toBe(0);

  expect(verify().status).not.toBe(0);
});
