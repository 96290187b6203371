// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLab, type Lab } from '../lab.ts';
import { curl, run } from '../network/clients.ts';
import type { ExitDescription, WorldDescription } from '../world/description.ts';
import { household } from './household.ts';

const exit: ExitDescription = { country: 'NL', asn: 64500, address: '185.65.134.9', hosting: true };
const trace = 'https://www.cloudflare.com/cdn-cgi/trace';
const domesticEcho = 'https://yandex.ru/internet/api/v0/ip';

let lab: Lab;

beforeAll(async () => {
  lab = await createLab();
});

afterAll(() => lab.close());

/** Tunnel processes of this process's lab only. */
function tunnelProcesses(): string[] {
  const pids = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', `${process.pid}`], {
    encoding: 'utf8',
  });
  return pids.split('\n').filter((line) => line.includes('openvpn'));
}

async function textOf(url: string): Promise<string> {
  return (await curl(lab, url)).stdout;
}

it('lets servers see the household where there is no tunnel', async () => {
  await lab.setWorld({});

  expect(await textOf(trace)).toContain(`ip=${household.address}\nloc=RU`);
  expect(await textOf(domesticEcho)).toContain(`"${household.address}"`);
});

it('carries everything to another exit, whose address servers see', async () => {
  await lab.setWorld({ tunnel: { exit } });

  expect(await textOf(trace)).toContain(`ip=${exit.address}\nloc=NL`);
  expect(await textOf(domesticEcho)).toContain(`"${exit.address}"`);
  expect(tunnelProcesses()).toHaveLength(2);
});

it('carries some names alone', async () => {
  await lab.setWorld({ tunnel: { exit, carries: ['www.cloudflare.com'] } });

  expect(await textOf(trace)).toContain(`ip=${exit.address}`);
  expect(await textOf(domesticEcho)).toContain(`"${household.address}"`);
});

it('lets UDP bypass it if it carries only TCP', async () => {
  const wayOf = async (protocol: string) =>
    (await run(lab, ['ip', 'route', 'get', '1.1.1.1', 'ipproto', protocol])).stdout;
  await lab.setWorld({ tunnel: { exit, carriesTcpOnly: true } });
  const beside = [await textOf(trace), await wayOf('udp')];
  await lab.setWorld({ tunnel: { exit } });

  expect(beside).toEqual([expect.stringContaining('loc=NL'), expect.stringContaining('dev eth0')]);
  expect(await wayOf('udp')).toContain('dev tun');
});

it('is switched off and on while the world stays', async () => {
  await lab.setWorld({ tunnel: { exit, isOff: true } });
  const before = await textOf(trace);
  await lab.tunnelUp();
  const between = await textOf(trace);
  await lab.tunnelDown();
  const after = await textOf(trace);

  expect(before).toContain('loc=RU');
  expect(between).toContain('loc=NL');
  expect(after).toContain('loc=RU');
  expect(tunnelProcesses()).toEqual([]);
});

it('disappears in a world without one, and follows the description of the next', async () => {
  await lab.setWorld({ tunnel: { exit } });
  await lab.setWorld({});
  const without = await textOf(trace);
  await lab.setWorld({ tunnel: { exit: { ...exit, country: 'FI', address: '95.216.1.2' } } });

  expect(without).toContain('loc=RU');
  expect(await textOf(trace)).toContain('ip=95.216.1.2\nloc=FI');
});

it('bypasses the censor at home, and reaches sites that depend on the exit', async () => {
  const censored: WorldDescription = {
    tls: [{ names: ['x.com'], action: 'reset', callers: [household.address] }],
    http: [{ hosts: ['www.pochta.ru'], answer: { status: 403 }, callers: [`${exit.address}/32`] }],
  };

  await lab.setWorld(censored);
  const atHome = [await curl(lab, 'https://x.com/'), await curl(lab, 'https://www.pochta.ru/')];
  await lab.setWorld({ ...censored, tunnel: { exit } });
  const away = [await curl(lab, 'https://x.com/'), await curl(lab, 'https://www.pochta.ru/')];

  expect(atHome.map((one) => one.exit)).toEqual([35, 0]);
  expect(atHome[1]?.stdout).toContain('\n200 ');
  expect(away.map((one) => one.exit)).toEqual([0, 0]);
  expect(away[0]?.stdout).toContain('\n200 ');
  expect(away[1]?.stdout).toContain('\n403 ');
});

it('leaves no process behind when the lab closes', async () => {
  const other = await createLab({ world: { tunnel: { exit } } });
  const running = tunnelProcesses().length;

  await other.close();

  expect(running).toBeGreaterThanOrEqual(2);
  await expect.poll(() => tunnelProcesses().length).toBe(running - 2);
});
