import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CatalogSchema, type Target } from '../../../lib/catalog/schema.ts';
import {
  aCallControl,
  aCatalog,
  aControl,
  aResolver,
  aService,
  aTarget,
  aTransferControl,
} from '../../helpers/catalog.ts';

/** A catalog of unknown shape, as read from a file. */
type Broken = Record<string, unknown>;

function withTarget(overrides: Broken, base: Target = aTarget()): Broken {
  return {
    ...aCatalog(),
    services: [{ ...aService(), targets: [{ ...base, ...overrides }] }],
  };
}

function firstIssue(found: unknown) {
  const { issues } = v.safeParse(CatalogSchema, found);
  return issues?.map((issue) => ({ field: v.getDotPath(issue), message: issue.message }))[0];
}

describe('a catalog that matches its schema', () => {
  it('is accepted', () => {
    expect(v.is(CatalogSchema, aCatalog())).toBe(true);
  });
});

describe('a catalog that does not match its schema', () => {
  it.each<[string, Broken]>([
    ['version', { ...aCatalog(), version: 'yesterday' }],
    ['services', { ...aCatalog(), services: {} }],
    ['extra', { ...aCatalog(), extra: true }],
    ['services.0.name', { ...aCatalog(), services: [aService({ name: '' })] }],
    ['services.0.operator', { ...aCatalog(), services: [aService({ operator: '' })] }],
    [
      'services.0.operatorCountry',
      { ...aCatalog(), services: [aService({ operatorCountry: 'RUS' })] },
    ],
    ['services.0.roles', { ...aCatalog(), services: [aService({ roles: [] })] }],
    ['services.0.targets.0.id', withTarget({ id: 'Chat Web' })],
    ['services.0.targets.0.role', withTarget({ role: 'gossip' })],
    ['services.0.targets.0.kind', withTarget({ kind: 'carrier-pigeon' })],
    ['services.0.targets.0.urls', withTarget({ urls: [] })],
    ['services.0.targets.0.urls.0', withTarget({ urls: ['ftp://web.chat.example/'] })],
    ['services.0.targets.0.urls.0', withTarget({ urls: ['ws://web.chat.example/'] })],
    ['services.0.targets.0.urls.0', withTarget({ urls: ['wss://web.chat.example/#mark'] })],
    ['services.0.targets.0.rule', withTarget({ rule: 'anything' })],
    ['services.0.targets.0.subprotocol', withTarget({ subprotocol: 'binary' })],
    ['services.0.targets.0.contains', withTarget({ rule: 'marker' })],
    ['services.0.targets.0.contains', withTarget({ contains: 'hello' })],
    ['services.0.targets.0.rule', withTarget({ rule: 'ws_first_frame' })],
    ['services.0.targets.0.method', withTarget({ method: 'POST' })],
    ['services.0.targets.0.method', withTarget({ method: 'POST' }, aTarget({ kind: 'http' }))],
    ['services.0.targets.0.urls.0', withTarget({ urls: ['http://web.chat.example/'] })],
    ['services.0.targets.0.method', withTarget({ method: 'POST' }, aTarget({ kind: 'upload' }))],
    ['services.0.targets.0.rule', withTarget({ rule: 'any_http' }, aTarget({ kind: 'http' }))],
    ['services.0.targets.0.rule', withTarget({ rule: 'any_http' }, aTarget({ kind: 'websocket' }))],
    [
      'transferControls.0.kind',
      { ...aCatalog(), transferControls: [{ ...aTransferControl(), kind: 'https' }] },
    ],
    ['services.0.targets.0.votes', withTarget({ votes: undefined })],
    ['controls.0.url', { ...aCatalog(), controls: [aControl({ url: 'foreign.example' })] }],
    ['controls.0.group', { ...aCatalog(), controls: [{ ...aControl(), group: 'martian' }] }],
    [
      'callControls.0.url',
      { ...aCatalog(), callControls: [aCallControl({ url: 'stun:foreign.example' })] },
    ],
    ['resolvers.0.national', { ...aCatalog(), resolvers: [{ ...aResolver(), national: 'no' }] }],
  ])('is rejected with the name of the field: %s', (field, found) => {
    expect(firstIssue(found)?.field).toBe(field);
  });

  it('is rejected with the value found and the values allowed', () => {
    const issue = firstIssue(withTarget({ kind: 'carrier-pigeon' }));

    expect(issue?.message).toContain('carrier-pigeon');
    expect(issue?.message).toContain('"https" | "http"');
  });
});
