// @vitest-environment happy-dom

import '../../../helpers/loaded-texts.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OwnServices } from '../../../../components/settings/OwnServices.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import type { SiteAnswer } from '../../../../lib/model/own-service.ts';
import type { ServiceChoice } from '../../../../lib/settings/wanted-services.ts';
import type { OwnServiceActions } from '../../../../lib/view/actions/own-service-actions.ts';
import { someSettings } from '../../../helpers/settings.ts';
import { aSiteAnswer } from '../../../helpers/site-answers.ts';

const answered = aSiteAnswer();
const telegram = { id: 'telegram', name: 'Telegram', enabledByDefault: true };
const club = {
  id: 'own-1',
  name: '<b>Club</b>',
  enabledByDefault: true,
  own: { url: 'https://club.example.org/', contains: null },
};

interface Shown {
  services?: ServiceChoice[];
  agreed?: boolean;
}

function show({ services = [telegram, club], agreed = true }: Shown = {}) {
  const actions = {
    onAddService: vi.fn<OwnServiceActions['onAddService']>(),
    onRemoveService: vi.fn<OwnServiceActions['onRemoveService']>(),
    onTryService: vi.fn<OwnServiceActions['onTryService']>(async () => answered),
  };
  render(
    <TextProvider language="en">
      <OwnServices settings={{ ...someSettings(), agreed }} services={services} {...actions} />
    </TextProvider>,
    document.body,
  );
  return actions;
}

const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
const click = (name: string) => act(async () => button(name)?.click());
const inputs = () => [...document.querySelectorAll<HTMLInputElement>('form input')];
const alert = () => document.querySelector('[role=alert]')?.textContent;
const problemSign = () => document.querySelector('[role=alert] .state-icon');

async function type(...texts: string[]) {
  for (const [index, text] of texts.entries()) {
    await act(() => {
      const input = inputs()[index];
      if (input === undefined) return;
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}

const said = () => document.querySelector('form [role=status]')?.textContent;
const askedLater = () => Promise.withResolvers<SiteAnswer | null>();

const submit = () =>
  act(() => {
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  });

beforeEach(() => {
  render(null, document.body);
});

describe('the form', () => {
  it('adds what fits, and is empty again', async () => {
    const { onAddService } = show();
    await type(' Club ', 'club.example.org/chat', '');

    await submit();

    expect(onAddService.mock.calls).toEqual([
      [{ name: 'Club', url: 'https://club.example.org/chat', contains: null }],
    ]);
    expect(inputs().map(({ value }) => value)).toEqual(['', '', '']);
    expect(alert()).toBe('');
  });

  it('says which field does not fit, what was found and what is allowed', async () => {
    const { onAddService } = show();
    await type('Club', 'http://club.example.org/', '');

    await submit();

    expect(onAddService).not.toHaveBeenCalled();
    expect(alert()).toBe(
      'Address: “http://club.example.org/” cannot be used. Allowed: only https.',
    );
    expect(inputs().map((one) => one.getAttribute('aria-invalid'))).toEqual([
      'false',
      'true',
      'false',
    ]);
  });

  it('says where nothing was entered', async () => {
    show();

    await submit();

    expect(alert()).toBe('Name: nothing was entered. Allowed: 1 to 40 visible characters.');
    expect(problemSign()).not.toBeNull();
  });

  it('tries an address before it has a name, and says what came', async () => {
    const { onAddService, onTryService } = show({ services: [telegram] });
    await type('', 'club.example.org', 'Hello');

    await click('Try once');

    expect(onTryService.mock.calls).toEqual([
      [{ url: 'https://club.example.org/', contains: 'Hello' }],
    ]);
    expect(onAddService).not.toHaveBeenCalled();
    expect(said()).toBe(
      'An answer came, with status 200, after 120 ms. One request proves nothing; a check asks several times.',
    );
  });

  it('shows no answer of an address that has changed since, and can try the new one at once', async () => {
    const { onTryService } = show({ services: [telegram] });
    const [former, current] = [askedLater(), askedLater()];
    onTryService.mockReturnValueOnce(former.promise).mockReturnValueOnce(current.promise);
    await type('', 'club.example.org');
    await click('Try once');

    await type('', 'other.example.org');
    expect(said()).toBe('');
    await click('Try once');
    await act(() => {
      former.resolve(answered);
      return nextTurn();
    });
    expect(said()).toBe('Asking…');
    current.resolve(aSiteAnswer({ httpStatus: 404 }));

    await vi.waitFor(() => expect(said()).toContain('status 404'));
  });

  it('shows no answer of what was tried before it was added', async () => {
    const { onTryService } = show({ services: [telegram] });
    const asked = askedLater();
    onTryService.mockReturnValueOnce(asked.promise);
    await type('Club', 'club.example.org');
    await click('Try once');

    await submit();
    await act(() => {
      asked.resolve(answered);
      return nextTurn();
    });

    expect(said()).toBe('');
  });

  it('keeps an answer while the site is given a name', async () => {
    show({ services: [telegram] });
    await type('', 'club.example.org');
    await click('Try once');

    await type('Club');

    expect(said()).toContain('status 200');
  });

  it('is replaced by a line where there are as many as there may be', () => {
    const many = Array.from({ length: 10 }, (_, index) => ({ ...club, id: `own-${index}` }));

    show({ services: [telegram, ...many] });

    expect(document.querySelector('form')).toBeNull();
    expect(document.body.textContent).toContain('There are 10 of them');
  });
});

describe('a service in the list', () => {
  it('shows its name as text, whatever is in it', () => {
    show();

    expect(document.querySelector('li bdi')?.textContent).toBe('<b>Club</b>');
    expect(document.querySelector('li b')).toBeNull();
    expect(document.querySelector('li code')?.textContent).toBe('https://club.example.org/');
  });

  it('is tried and removed by itself', async () => {
    const { onTryService, onRemoveService } = show();

    await click(`Try once: ${club.name}`);
    await click(`Remove: ${club.name}`);

    expect(onTryService.mock.calls).toEqual([[club.own]]);
    expect(document.querySelector('li [role=status]')?.textContent).toContain('status 200');
    expect(onRemoveService.mock.calls).toEqual([['own-1']]);
  });

  it('stays where nothing else would be checked', () => {
    show({ services: [club] });

    expect(button(`Remove: ${club.name}`)?.disabled).toBe(true);
    expect(button(`Try once: ${club.name}`)?.disabled).toBe(false);
  });
});

it('asks nothing before the yes', () => {
  show({ agreed: false });

  expect(button('Try once')?.disabled).toBe(true);
  expect(button(`Try once: ${club.name}`)?.disabled).toBe(true);
});

it('takes the focus to the heading as a site goes with its button', async () => {
  const { onRemoveService } = show();
  button('Remove: <b>Club</b>')?.focus();

  await click('Remove: <b>Club</b>');

  expect(onRemoveService).toHaveBeenCalledExactlyOnceWith('own-1');
  expect(document.activeElement).toBe(document.querySelector('h3'));
});
