// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ServiceDetails } from '../../../../components/current-state/ServiceDetails.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import { languages } from '../../../../lib/i18n/languages.ts';
import { createText } from '../../../../lib/i18n/text.ts';
import type { Reason } from '../../../../lib/model/reason.ts';
import type { RoleResult, ServiceResult } from '../../../../lib/model/service.ts';
import type { ServiceState } from '../../../../lib/model/state.ts';
import { serviceRows } from '../../../../lib/view/rows.ts';
import { buildBars } from '../../view/build-bars.ts';
import { buildRound, buildService, noLook } from '../../view/build-round.ts';

const reasonsOfCalls: Reason[] = [
  'calls-path-open',
  'calls-path-closed',
  'calls-path-domestic',
  'calls-not-asked',
];
const calls: RoleResult = { role: 'calls', required: false, state: 'ok', mechanisms: [] };

describe.each(languages)('the details of a service in %s', (language) => {
  const { t } = createText(language);

  function rolesShown(role: RoleResult, state: ServiceState = 'ok'): string | null | undefined {
    const service = buildService({ state, roles: [role] });
    const [row] = serviceRows(buildRound({ services: [service] }), null, noLook);
    if (row === undefined) throw new Error('one row was to be built');
    render(
      <TextProvider language={language}>
        <ServiceDetails row={row} />
      </TextProvider>,
      document.body,
    );
    return document.querySelector('.roles li')?.textContent;
  }

  it.each(reasonsOfCalls)('have a sentence about calls: %s', (reason) => {
    const sentence = t(`reason.${reason}`, { name: 'Signal' });
    expect(rolesShown({ ...calls, reason })).toBe(sentence);
    // The sentence names the role, once.
    expect(sentence.split(t('role.calls'))).toHaveLength(2);
  });

  it('show the state of a role that the service’s own targets decide', () => {
    expect(rolesShown(calls)).toBe(`${t('role.calls')}: ${t('part.ok')}`);
    expect(document.querySelector('.roles .sign-ok')).not.toBeNull();
  });

  it('promise no calls through a service that does not open', () => {
    const sentence = t('roles.calls-alone', { name: 'Signal' });

    expect(rolesShown(calls, 'likely_blocked')).toBe(sentence);
    expect(document.querySelector('.roles .sign-ok')).toBeNull();
  });
});

describe('since when a service has its state', () => {
  afterEach(() => vi.unstubAllEnvs());

  function show(service: ServiceResult, since: string) {
    vi.stubEnv('TZ', 'UTC');
    const [row] = serviceRows(buildRound({ services: [service] }), null, noLook);
    if (row === undefined) throw new Error('one row was to be built');
    const bars = buildBars([]).map((bar) => ({ ...bar, toMs: Date.parse('2026-03-02') }));
    const { id, state } = service;
    render(
      <TextProvider language="ru">
        <ServiceDetails
          row={row}
          day={{ bars, states: [{ service: id, state, since, seenAt: since }] }}
        />
      </TextProvider>,
      document.body,
    );
  }
  const { t } = createText('ru');

  it.each([
    ['the last hour before midnight', '2026-03-01T18:00:00.000Z', '18:00'],
    ['a day before that', '2026-02-28T23:30:00.000Z', '28 февр. 2026 г., 23:30'],
  ])('is told with its date only where that is not today: %s', (_, since, time) => {
    show(buildService({ state: 'blocked' }), since);

    expect(document.body.textContent).toContain(t('since', { time }));
  });

  it('is not told behind what the last check saw instead', () => {
    const since = '2026-03-01T18:00:00.000Z';
    const date = t('since', { time: '18:00' });
    show(buildService({ state: 'blocked', roundState: 'ok' }), since);
    expect(document.body.textContent).not.toContain(date);

    show(buildService({ state: 'blocked', roundState: 'likely_blocked' }), since);
    expect(document.body.textContent).toContain(date);
  });
});
