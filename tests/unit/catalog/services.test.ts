import { describe, expect, it } from 'vitest';
import { services } from '../../../lib/catalog/index.ts';

describe.each(services)('the service $id', (service) => {
  const sentinel = service.targets.find((target) => target.id === service.sentinel);
  const roles = service.roles.map((one) => one.role);

  it('starts the id of each of its targets', () => {
    for (const target of service.targets) {
      expect(target.id.startsWith(`${service.id}/`), target.id).toBe(true);
    }
  });

  it('has a sentinel among its targets that votes', () => {
    expect(sentinel?.votes).toBe(true);
  });

  it('has a sentinel of a required role that needs no other', () => {
    const role = service.roles.find((one) => one.role === sentinel?.role);

    expect(role?.required).toBe(true);
    expect(role?.needs).toBeUndefined();
  });

  it('has a voting target for each role that is not told by the controls of calls', () => {
    const voting = service.targets.filter((target) => target.votes).map((target) => target.role);

    for (const { role, byCallControls } of service.roles) {
      expect(voting.includes(role), role).toBe(byCallControls !== true);
    }
  });

  it('is never judged by what the controls of calls say', () => {
    const told = service.roles.filter((one) => one.byCallControls);

    expect(told.filter((one) => one.required || one.role !== 'calls')).toEqual([]);
  });

  it('lists each role once, and the role of each target', () => {
    expect(new Set(roles).size).toBe(roles.length);
    for (const target of service.targets) expect(roles).toContain(target.role);
  });

  it('needs only roles that it has and requires', () => {
    const required = service.roles.filter((one) => one.required).map((one) => one.role);

    for (const { needs } of service.roles) {
      if (needs !== undefined) expect(required).toContain(needs);
    }
  });

  it('is asked by name in plain HTTP once at most, and without a vote', () => {
    const plain = service.targets.filter(
      ({ kind, urls }) => kind === 'http' && /[a-z]$/.test(new URL(urls[0] ?? '').hostname),
    );

    expect(plain.length).toBe(['whatsapp', 'messenger'].includes(service.id) ? 0 : 1);
    expect(plain.filter(({ votes }) => votes)).toEqual([]);
  });
});
