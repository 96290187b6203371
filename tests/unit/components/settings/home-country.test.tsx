// @vitest-environment happy-dom
import '../../../helpers/loaded-texts.ts';
import { render } from 'preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { HomeCountry } from '../../../../components/settings/HomeCountry.tsx';
import { TextProvider } from '../../../../components/text/TextProvider.tsx';
import type { Language } from '../../../../lib/i18n/languages.ts';

function show(language: Language, country: string | null, onChange = vi.fn()): HTMLSelectElement {
  render(
    <TextProvider language={language}>
      <HomeCountry country={country} onChange={onChange} />
    </TextProvider>,
    document.body,
  );
  return document.querySelector('select') as HTMLSelectElement;
}

function choose(select: HTMLSelectElement, value: string): void {
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

beforeEach(() => {
  render(null, document.body);
});

it.each([
  ['en', 'Automatic, from the clock', 'Afghanistan', 'Germany'],
  ['ru', 'Автоматически, по часам', 'Австралия', 'Германия'],
] as const)(
  'lists the countries in %s, in its order, after the automatic choice',
  (language, automatic, first, other) => {
    const select = show(language, null);

    const names = [...select.options].map(({ text }) => text);
    const { compare } = new Intl.Collator(language);
    expect(select.value).toBe('');
    expect(names.slice(0, 2)).toEqual([automatic, first]);
    expect(names).toContain(other);
    expect(names.slice(1)).toEqual(names.slice(1).toSorted(compare));
    expect(names.filter((name) => /^[A-Z]{2}$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(251);
  },
);

it('shows the stored country, and reports a new one', () => {
  const onChange = vi.fn();
  const select = show('en', 'KZ', onChange);
  const before = select.value;
  choose(select, 'NL');
  choose(select, '');

  expect(before).toBe('KZ');
  expect(onChange.mock.calls).toEqual([['NL'], [null]]);
});
