import { spawnSync } from 'node:child_process';

// Root inside a new user namespace may create network namespaces as the real root does. It does not
// own /etc and /run, where `ip netns` keeps its files, so it gets private copies.
const prepare = `
export PATH="$PATH:/usr/sbin:/sbin"
mount -t tmpfs tmpfs /run
cp -r --preserve=mode,links /etc /run/etc 2> /run/etc-errors || true
mkdir -p /run/etc/netns
mount --bind /run/etc /etc
ip link set lo up
exec "$@"
`;

const options = ['--user', '--map-root-user', '--net', '--mount', '--fork', '--kill-child'];

/**
 * Wraps a command so that it may create network namespaces. For root the command stays unchanged.
 * Where the kernel allows user namespaces, the command runs inside one. Elsewhere it stays
 * unchanged too, and reports itself what it lacks.
 * @param {readonly string[]} command
 * @returns {string[]}
 */
export function withNamespaces(command) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return [...command];
  const tried = spawnSync('unshare', [...options, 'true'], { stdio: 'ignore', timeout: 10_000 });
  if (tried.status !== 0) return [...command];
  return ['unshare', ...options, 'sh', '-euc', prepare, 'sh', ...command];
}
