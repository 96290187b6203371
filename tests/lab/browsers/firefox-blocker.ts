import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lets extensions block requests of other extensions, which Firefox forbids by default. */
export const letsBlock = { 'extensions.dnr.match_requests_from_other_extensions': true };

const manifest = {
  manifest_version: 3,
  name: 'Blocker',
  version: '1.0',
  permissions: ['declarativeNetRequest'],
  browser_specific_settings: { gecko: { id: 'blocker@lab.invalid' } },
  declarative_net_request: { rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }] },
};

/** Writes an extension that blocks requests to hosts and their subdomains. Returns its folder. */
export function writeBlocker(folder: string, hosts: readonly string[]): string {
  const path = join(folder, 'blocker');
  const requestDomains = hosts.map((host) => host.replace(/^\./, ''));
  const rule = { id: 1, action: { type: 'block' }, condition: { requestDomains } };
  mkdirSync(path);
  writeFileSync(join(path, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(path, 'rules.json'), JSON.stringify([rule]));
  return path;
}
