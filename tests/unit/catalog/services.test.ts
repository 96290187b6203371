import { describe, expect, it } from 'vitest';
import { services } from '../../../lib/catalog/index.ts';

describe.each(services)('the service $id', (service) => {
  const sentinel = service.targets.find((target) => target.id === service.sentinel);
  const roles = service.roles.map((one) => one.role);

  it('prefixes the id of each target with its own', () => {
    for (const target of service.targets) {
      expect(target.id.startsWith(`${service.id}/`), target.id).toBe(true);
    }
  });

  it('has a sentinel among its voting targets', () => {
    expect(sentinel?.votes).toBe(true);
  });

  it('has a sentinel whose role is required and needs no other role', () => {
    const role = service.roles.find((one) => one.role === sentinel?.role);

    expect(role?.required).toBe(true);
    expect(role?.needs).toBeUndefined();
  });

  it('has a voting target for each role that call controls do not cover', () => {
    const voting = service.targets.filter((target) => target.votes).map((target) => target.role);

    for (const { role, byCallControls } of service.roles) {
      expect(voting.includes(role), role).toBe(byCallControls !== true);
    }
  });

  it('leaves only optional calls to call controls', () => {
    const covered = service.roles.filter((one) => one.byCallControls);

    expect(covered.filter((one) => one.required || one.role !== 'calls')).toEqual([]);
  });

  it('takes no page that its web client has for a server of calls', () => {
    const pages = service.targets.filter(({ role, kind }) => role === 'web' && kind === 'https');
    const hosts = new Set(pages.flatMap(({ urls }) => urls.map((url) => new URL(url).hostname)));
    const calls = service.targets.filter(({ role }) => role === 'calls');

    expect(
      calls.filter(({ urls }) => urls.some((url) => hosts.has(new URL(url).hostname))),
    ).toEqual([]);
  });

  it('lists each role once, including the role of each voting target', () => {
    const voting = service.targets.filter(({ votes }) => votes);

    expect(new Set(roles).size).toBe(roles.length);
    for (const target of voting) expect(roles).toContain(target.role);
  });

  it('lets roles need only its required roles', () => {
    const required = service.roles.filter((one) => one.required).map((one) => one.role);

    for (const { needs } of service.roles) {
      if (needs !== undefined) expect(required).toContain(needs);
    }
  });

  it('has at most one plain-HTTP target by name, without a vote', () => {
    const plain = service.targets.filter(
      ({ kind, urls }) => kind === 'http' && /[a-z]$/.test(new URL(urls[0] ?? '').hostname),
    );

    expect(plain.length).toBe(
      ['whatsapp', 'session', 'element', 'meet', 'roblox'].includes(service.id) ? 0 : 1,
    );
    expect(plain.filter(({ votes }) => votes)).toEqual([]);
  });
});
