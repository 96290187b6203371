import { blockedCanaries } from './blocked-canaries.ts';
import { callControls } from './call-controls.ts';
import { canaries } from './canaries.ts';
import { colos } from './colos.ts';
import { controls } from './controls.ts';
import { echoes } from './echoes.ts';
import { home } from './home.ts';
import { homeOnlySites } from './home-only-sites.ts';
import { networks } from './networks.ts';
import { resolvers } from './resolvers.ts';
import type { Catalog, Service } from './schema.ts';
import { discord } from './services/discord.ts';
import { facetime } from './services/facetime.ts';
import { max } from './services/max.ts';
import { messenger } from './services/messenger.ts';
import { signal } from './services/signal.ts';
import { snapchat } from './services/snapchat.ts';
import { telegram } from './services/telegram.ts';
import { viber } from './services/viber.ts';
import { vk } from './services/vk.ts';
import { whatsapp } from './services/whatsapp.ts';
import { transferControls } from './transfer-controls.ts';
import { witnesses } from './witnesses.ts';

/** In the order in which pages show them. */
export const services: Service[] = [
  whatsapp,
  telegram,
  signal,
  viber,
  facetime,
  snapchat,
  discord,
  messenger,
  max,
  vk,
];

/** Everything that rounds may probe. */
export const catalog: Catalog = {
  version: '2026-11-26',
  services,
  controls,
  witnesses,
  transferControls,
  callControls,
  resolvers,
  canaries,
  home,
  echoes,
  blockedCanaries,
  homeOnlySites,
  networks,
  colos,
};
