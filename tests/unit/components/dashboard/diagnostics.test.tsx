// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Diagnostics } from '../../../../components/dashboard/Diagnostics.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import { defaultRoutingSettings } from '../../../../lib/routing/settings.ts';
import { noHistory } from '../../../helpers/no-history.ts';
import { someSettings } from '../../../helpers/settings.ts';
import { buildRound } from '../../view/build-round.ts';

const report = () => document.querySelector('pre')?.textContent ?? '';
const outcome = () => document.querySelector('[role=status]')?.textContent;

async function unfold() {
  render(
    <TextProvider language="en">
      <Diagnostics
        rounds={[buildRound()]}
        queries={{ ...noHistory, countRounds: async () => 17 }}
        checkSettings={someSettings()}
        services={[]}
        catalog={null}
        routingSettings={defaultRoutingSettings}
        isRoutePermitted
        isResearchBuild={false}
        language="en"
        setAside={[]}
        error={null}
        now={new Date('2026-03-01T12:03:00.000Z')}
      />
    </TextProvider>,
    document.body,
  );
  document.querySelector('details')?.setAttribute('open', '');
  document.querySelector('details')?.dispatchEvent(new Event('toggle'));
  await expect.poll(report).toContain('17 checks');
}

beforeEach(() => render(null, document.body));
afterEach(() => vi.restoreAllMocks());

it('copies what it shows, and nothing else', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await unfold();

  document.querySelector('button')?.click();

  await expect.poll(outcome).toBe('Copied');
  expect(copied.mock.calls).toEqual([[report()]]);
});

it('says where the browser does not let it copy', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
  await unfold();

  document.querySelector('button')?.click();

  await expect.poll(outcome).toMatch(/mark the text and copy it yourself/);
});
