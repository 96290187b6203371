import '../../helpers/clock-of-utc.ts';
import { expect, it } from 'vitest';
import '../../helpers/loaded-texts.ts';
import { dashboardText } from '../../../lib/i18n/dashboard-text.ts';
import type { Round } from '../../../lib/model/round.ts';
import { shareCard, shareGap, shareText } from '../../../lib/view/share.ts';
import { aLook, buildRound, buildService, buildSparedRound } from './build-round.ts';

const now = new Date('2026-03-01T12:10:00.000Z');
const whatsApp = buildService({ id: 'whatsapp', name: 'WhatsApp', state: 'blocked' });
const own = buildService({ id: 'own-1', name: 'Private', state: 'blocked' });

it('names messengers and their states, and nothing else', () => {
  const round = buildRound({ services: [own, buildService(), whatsApp] });

  expect(shareText(shareCard(round, dashboardText('en'))).split('\n')).toEqual([
    'Dozvon · March 1, 2026',
    'Only Signal opens',
    '',
    'WhatsApp: Blocked',
    'Signal: Opens',
    '',
    expect.stringMatching(/leaves out where, on which network and which way/),
  ]);
});

it('is in the language of the page', () => {
  const card = shareCard(buildRound({ services: [whatsApp, buildService()] }), dashboardText('ru'));

  expect(card.title).toBe('Дозвон · 1 марта 2026 г.');
  expect(card.rows).toEqual([
    { name: 'WhatsApp', state: 'blocked', word: 'Заблокирован' },
    { name: 'Signal', state: 'ok', word: 'Открывается' },
  ]);
});

it.each<[string, Round | null, ReturnType<typeof shareGap>]>([
  ['before the first check', null, 'unchecked'],
  [
    'where the network says too little',
    buildRound({
      network: {
        state: 'captive_portal',
        confidence: 'high',
        resolverPath: 'system',
        controls: [],
      },
    }),
    'unclear',
  ],
  [
    'without a verdict',
    buildRound({ services: [buildService({ state: 'insufficient' })] }),
    'unclear',
  ],
  [
    'where the check could tell of no service',
    buildRound({ services: [buildService({ roundState: 'insufficient' })] }),
    'unclear',
  ],
  [
    'while a change for the worse awaits another check',
    buildRound({ services: [buildService(), buildService({ roundState: 'blocked' })] }),
    'unconfirmed',
  ],
  [
    'while a change for the better awaits another check',
    buildRound({ services: [{ ...whatsApp, roundState: 'ok' }] }),
    'unconfirmed',
  ],
  [
    'while what opened at once awaits another check',
    buildRound({ services: [buildService(), buildService({ confidence: 'low' })] }),
    'unconfirmed',
  ],
  [
    'where nothing but a site of the person’s own was checked',
    buildRound({ services: [own] }),
    'unclear',
  ],
  ['of an old check', buildRound({ finishedAt: '2026-03-01T05:00:00.000Z' }), 'unclear'],
  [
    'while traffic seems to come out elsewhere',
    buildRound({ routing: { verdict: 'vpn_likely', confidence: 'low', signals: [] } }),
    'detour',
  ],
  [
    'while traffic seems to come out elsewhere, and a change awaits another check',
    buildRound({
      services: [{ ...whatsApp, roundState: 'ok' }],
      routing: { verdict: 'vpn_likely', confidence: 'low', signals: [] },
    }),
    'detour',
  ],
  [
    'while traffic seems to go two ways',
    buildRound({ routing: { verdict: 'split', confidence: 'low', signals: [] } }),
    'detour',
  ],
  ['otherwise', buildRound({ services: [whatsApp] }), null],
])('there is a card or a reason why not: %s', (_, round, gap) => {
  expect(shareGap(round, null, now)).toBe(gap);
});

it('has no card of a check that did not look at the route where the last look, or a sign, speaks for a detour', () => {
  expect(shareGap(buildRound(), aLook('vpn_likely'), now)).toBe('detour');
  expect(shareGap(buildRound(), aLook('direct'), now)).toBeNull();
  expect(shareGap(buildSparedRound(), aLook('direct'), now)).toBe('detour');
});
