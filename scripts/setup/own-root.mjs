import { spawnSync } from 'node:child_process';

// The root of a user namespace of its own may make network namespaces as the real one does. It
// owns nothing in /etc and /run, where `ip netns` keeps its own: so it gets copies.
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
 * A command as it is to be called so that it may make network namespaces: as it stands by root, and
 * where the kernel lets people have user namespaces inside one; else as it stands, to say itself
 * what it lacks.
 * @param {readonly string[]} command
 * @returns {string[]}
 */
export function withNamespaces(command) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return [...command];
  const tried = spawnSync('unshare', [...options, 'true'], { stdio: 'ignore', timeout: 10_000 });
  if (tried.status !== 0) return [...command];
  return ['unshare', ...options, 'sh', '-euc', prepare, 'sh', ...command];
}
