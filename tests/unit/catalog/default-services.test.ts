import { describe, expect, it } from 'vitest';
import { isOnByDefault } from '../../../lib/catalog/default-services.ts';
import { builtIn, services } from '../../../lib/catalog/index.ts';

const onAt = (country: string | null) =>
  services.filter((service) => isOnByDefault(builtIn, country, service)).map(({ id }) => id);
const usual = services.filter(({ enabledByDefault }) => enabledByDefault).map(({ id }) => id);

describe('the services that are on by default', () => {
  it.each(['RU', 'DE', null])('are the usual ten at home in %s', (country) => {
    expect(onAt(country)).toEqual(usual);
    expect(usual).toHaveLength(10);
  });

  it.each([
    ['IR', 'bale'],
    ['TR', 'bip'],
    ['AE', 'botim'],
    ['CN', 'wechat'],
    ['TM', 'imo'],
  ])('at home in %s have %s among them', (country, id) => {
    expect(onAt(country)).toContain(id);
  });

  it('are without Russia’s services in Ukraine, which has blocked them', () => {
    expect(onAt('UA')).toEqual(usual.filter((id) => id !== 'max' && id !== 'vk'));
  });
});
