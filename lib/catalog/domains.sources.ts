import type { Sources } from './provenance.ts';

const reviewed = '2026-11-26';

const known = { source: 'general knowledge', confidence: 'general', reviewed } as const;

function listed(file: string) {
  const source = `v2fly/domain-list-community (MIT): data/${file}`;
  return { source, confidence: 'seen', reviewed } as const;
}

/** Of the domains that answers of a service may lead to, by its id. */
export const domainSources: Sources = {
  byId: {
    whatsapp: known,
    telegram: listed('telegram'),
    signal: known,
    viber: known,
    facetime: known,
    snapchat: listed('snap'),
    discord: listed('discord'),
    messenger: known,
    max: known,
    vk: listed('vk'),
    imo: known,
    threema: known,
    simplex: known,
    session: known,
    element: known,
    wire: known,
    teams: known,
    zoom: listed('zoom'),
    meet: known,
    line: known,
    kakaotalk: known,
    wechat: known,
    roblox: known,
    'vk-teams': known,
    bip: known,
    bale: known,
    botim: known,
  },
};
