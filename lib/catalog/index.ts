import { callControls } from './call-controls.ts';
import { type CatalogData, catalogAtHome, catalogOfAll, type World } from './catalog-for.ts';
import { colos } from './colos.ts';
import { controls } from './controls.ts';
import { countries } from './countries/index.ts';
import { echoes } from './echoes.ts';
import { networks } from './networks.ts';
import { resolvers } from './resolvers.ts';
import type { Catalog, Service } from './schema.ts';
import { bale } from './services/bale.ts';
import { bip } from './services/bip.ts';
import { botim } from './services/botim.ts';
import { discord } from './services/discord.ts';
import { element } from './services/element.ts';
import { facetime } from './services/facetime.ts';
import { imo } from './services/imo.ts';
import { kakaotalk } from './services/kakaotalk.ts';
import { line } from './services/line.ts';
import { max } from './services/max.ts';
import { meet } from './services/meet.ts';
import { messenger } from './services/messenger.ts';
import { roblox } from './services/roblox.ts';
import { session } from './services/session.ts';
import { signal } from './services/signal.ts';
import { simplex } from './services/simplex.ts';
import { snapchat } from './services/snapchat.ts';
import { teams } from './services/teams.ts';
import { telegram } from './services/telegram.ts';
import { threema } from './services/threema.ts';
import { viber } from './services/viber.ts';
import { vk } from './services/vk.ts';
import { vkTeams } from './services/vk-teams.ts';
import { wechat } from './services/wechat.ts';
import { whatsapp } from './services/whatsapp.ts';
import { wire } from './services/wire.ts';
import { zoom } from './services/zoom.ts';
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
  imo,
  threema,
  simplex,
  session,
  element,
  wire,
  teams,
  zoom,
  meet,
  line,
  kakaotalk,
  wechat,
  roblox,
  vkTeams,
  bip,
  bale,
  botim,
];

/** What rounds may probe wherever the person is. */
export const world: World = {
  version: '2026-11-29',
  services,
  controls,
  witnesses,
  transferControls,
  callControls,
  resolvers,
  echoes,
  networks,
  colos,
};

/** The catalogue that is built in. */
export const builtIn: CatalogData = { world, countries };

/** What rounds may probe by it for a person at home in a country (ISO 3166-1 alpha-2; null: unknown). */
export function catalogFor(country: string | null): Catalog {
  return catalogAtHome(builtIn, country);
}

/** At home in Russia. */
export const catalog: Catalog = catalogFor('RU');

/** What rounds may probe in any country: what the manifest names. */
export const wholeCatalog: Catalog = catalogOfAll(builtIn);
