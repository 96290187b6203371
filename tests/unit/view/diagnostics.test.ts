import { expect, it } from 'vitest';
import { defaultRoutingSettings } from '../../../lib/routing/settings.ts';
import { type DiagnosticsFacts, diagnosticsReport } from '../../../lib/view/diagnostics.ts';
import { someSettings } from '../../helpers/settings.ts';
import { buildAttempt, buildRound, buildService } from './build-round.ts';

function factsOf(part: Partial<DiagnosticsFacts> = {}): DiagnosticsFacts {
  return {
    rounds: [],
    checkSettings: someSettings(),
    services: [],
    catalog: null,
    routingSettings: defaultRoutingSettings,
    isRoutePermitted: true,
    isResearchBuild: false,
    language: 'ru',
    setAside: [],
    error: null,
    now: new Date('2026-03-01T12:03:00.000Z'),
    recorded: 17,
    ...part,
  };
}

it('tells how checks are set up and what the latest one said', () => {
  const blocked = buildService({
    state: 'blocked',
    roundState: 'insufficient',
    mechanisms: ['tls.reset'],
    reason: 'cut-off',
  });
  const round = buildRound({ services: [blocked] });

  expect(diagnosticsReport(factsOf({ rounds: [round] })).split('\n')).toEqual([
    'Language: ru',
    'Build: store',
    'Catalogue: unknown',
    'Checks: every 15 min',
    "Changed from the catalogue: 0 services, 0 of one's own",
    'Route: looked at; home country not set',
    'History: 17 checks, kept 180 days',
    'Error on the page: none',
    'Version: 0.1.0, rules 1, Chromium 150',
    'Latest check: 2026-03-01, by schedule',
    'Network: normal, high; names by system',
    'signal: blocked (this check: insufficient), high, cut-off, tls.reset',
  ]);
});

it.each([
  ['resumed', 'every 15 min, paused'],
  ['2026-03-01T12:00:00.000Z', 'every 15 min'],
])('tells whether checks are paused now: until %s', (pausedUntil, said) => {
  const report = diagnosticsReport(factsOf({ checkSettings: someSettings({ pausedUntil }) }));

  expect(report).toContain(`Checks: ${said}\n`);
});

it('does not tell by a service that was left out which way traffic goes', () => {
  const unasked = buildService({ state: 'insufficient', reason: 'not-through-detour' });

  const report = diagnosticsReport(factsOf({ rounds: [buildRound({ services: [unasked] })] }));

  expect(report).toContain('signal: insufficient, high, too-few-attempts');
});

it('tells of what is unusual', () => {
  const report = diagnosticsReport(
    factsOf({
      checkSettings: someSettings({ everyMinutes: null, pausedUntil: '2026-03-02T00:00:00.000Z' }),
      catalog: { version: '2026-11-26', reviewed: '2026-11-26', fromFile: true },
      routingSettings: { ...defaultRoutingSettings, showRouting: false, homeCountry: 'KZ' },
      setAside: [{ database: 'dozvon-secret', why: 'damaged', at: '2026-03-01T10:00:00.000Z' }],
      isResearchBuild: true,
      error: 'unsaved',
      recorded: null,
    }),
  );

  expect(report.split('\n')).toEqual([
    'Language: ru',
    'Build: research',
    'Catalogue: 2026-11-26, from a file',
    'Checks: by hand, paused',
    "Changed from the catalogue: 0 services, 0 of one's own",
    'Route: off; home country set',
    'History: not read, kept 180 days',
    'Set aside: a history that is damaged',
    'Error on the page: unsaved',
    'Latest check: none',
  ]);
});

it('leaves out addresses, the route, times of day and what a person asks for themselves', () => {
  const target = {
    id: 'own-1/page',
    role: 'web' as const,
    kind: 'fetch',
    url: 'https://private.example/',
    state: 'ok' as const,
    mechanisms: [],
    retired: false,
    attempts: [buildAttempt({ remoteIp: '198.51.100.7' })],
  };
  const own = buildService({ id: 'own-1', name: 'Private', targets: [target] });
  const round = buildRound({
    services: [own, buildService()],
    routing: { verdict: 'vpn_likely', confidence: 'high', signals: [], exitCountry: 'NL' },
  });
  const report = diagnosticsReport(
    factsOf({
      rounds: [round],
      services: [{ id: 'own-1', name: 'Private', enabledByDefault: true }],
      checkSettings: someSettings({ services: { 'own-1': true } }),
    }),
  );

  expect(report).toContain("1 services, 1 of one's own");
  expect(report).not.toMatch(/private|own-1|198\.51|vpn|NL\b|12:00/i);
});
