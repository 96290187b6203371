import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

it('a clone has the bytes of the commit where git makes the line ends of Windows by default', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'line-endings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const repository = path.join(folder, 'repository');
  const clone = path.join(folder, 'clone');
  const git = (...options: string[]) => execFileSync('git', options, { stdio: 'pipe' });
  git('init', '-q', repository);
  const rules = '.gitattributes';
  if (existsSync(rules)) copyFileSync(rules, path.join(repository, rules));
  writeFileSync(path.join(repository, 'script.js'), 'one();\ntwo();\n');
  git('-C', repository, 'add', '.');
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@b.invalid'];
  git('-C', repository, ...author, 'commit', '-qm', 'one');

  git('clone', '-q', '-c', 'core.autocrlf=true', repository, clone);

  expect(readFileSync(path.join(clone, 'script.js'), 'utf8')).toBe('one();\ntwo();\n');
});
