// @vitest-environment happy-dom
import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { ServiceDetails } from '../../../components/ServiceDetails.tsx';
import { TextProvider } from '../../../components/TextProvider.tsx';
import { languages } from '../../../lib/i18n/languages.ts';
import { createText } from '../../../lib/i18n/text.ts';
import type { Reason } from '../../../lib/model/reason.ts';
import type { RoleResult } from '../../../lib/model/service.ts';
import { buildService } from '../view/build-round.ts';

const reasonsOfCalls: Reason[] = [
  'calls-path-open',
  'calls-path-closed',
  'calls-path-domestic',
  'calls-not-asked',
];
const calls: RoleResult = { role: 'calls', required: false, state: 'ok', mechanisms: [] };

describe.each(languages)('the details of a service in %s', (language) => {
  const { t } = createText(language);

  function rolesShown(role: RoleResult): string | null | undefined {
    render(
      <TextProvider language={language}>
        <ServiceDetails
          service={buildService({ roles: [role] })}
          viaDetour={false}
          isRunning={false}
        />
      </TextProvider>,
      document.body,
    );
    return document.querySelector('.roles li')?.textContent;
  }

  it.each(reasonsOfCalls)('have a sentence about calls: %s', (reason) => {
    expect(rolesShown({ ...calls, reason })).toBe(t(`reason.${reason}`, { name: 'Signal' }));
  });

  it('show the state of a role that the service’s own targets decide', () => {
    expect(rolesShown(calls)).toBe(t('role.state', { role: t('role.calls'), state: t('part.ok') }));
  });
});
