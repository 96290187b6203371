import { callControlSources } from './call-controls.sources.ts';
import { citySources } from './cities.sources.ts';
import { coloSources } from './colos.sources.ts';
import { controlSources } from './controls.sources.ts';
import { domainSources } from './domains.sources.ts';
import { echoSources } from './echoes.sources.ts';
import { filterPageSources } from './filter-pages.sources.ts';
import { networkSources } from './networks.sources.ts';
import type { Sources } from './provenance.ts';
import { resolverSources } from './resolvers.sources.ts';
import type { Catalog } from './schema.ts';
import { baleSources } from './services/bale.sources.ts';
import { bipSources } from './services/bip.sources.ts';
import { botimSources } from './services/botim.sources.ts';
import { discordSources } from './services/discord.sources.ts';
import { elementSources } from './services/element.sources.ts';
import { facetimeSources } from './services/facetime.sources.ts';
import { imoSources } from './services/imo.sources.ts';
import { kakaotalkSources } from './services/kakaotalk.sources.ts';
import { lineSources } from './services/line.sources.ts';
import { maxSources } from './services/max.sources.ts';
import { meetSources } from './services/meet.sources.ts';
import { messengerSources } from './services/messenger.sources.ts';
import { robloxSources } from './services/roblox.sources.ts';
import { sessionSources } from './services/session.sources.ts';
import { signalSources } from './services/signal.sources.ts';
import { simplexSources } from './services/simplex.sources.ts';
import { snapchatSources } from './services/snapchat.sources.ts';
import { teamsSources } from './services/teams.sources.ts';
import { telegramSources } from './services/telegram.sources.ts';
import { threemaSources } from './services/threema.sources.ts';
import { viberSources } from './services/viber.sources.ts';
import { vkSources } from './services/vk.sources.ts';
import { vkTeamsSources } from './services/vk-teams.sources.ts';
import { wechatSources } from './services/wechat.sources.ts';
import { whatsappSources } from './services/whatsapp.sources.ts';
import { wireSources } from './services/wire.sources.ts';
import { zoomSources } from './services/zoom.sources.ts';
import { transferControlSources } from './transfer-controls.sources.ts';
import { witnessSources } from './witnesses.sources.ts';

/** The sources of each service's targets. For readers of the code: no build contains them. */
export const targetSources: Readonly<Record<string, Sources>> = {
  whatsapp: whatsappSources,
  telegram: telegramSources,
  signal: signalSources,
  viber: viberSources,
  facetime: facetimeSources,
  snapchat: snapchatSources,
  discord: discordSources,
  messenger: messengerSources,
  max: maxSources,
  vk: vkSources,
  imo: imoSources,
  threema: threemaSources,
  simplex: simplexSources,
  session: sessionSources,
  element: elementSources,
  wire: wireSources,
  teams: teamsSources,
  zoom: zoomSources,
  meet: meetSources,
  line: lineSources,
  kakaotalk: kakaotalkSources,
  wechat: wechatSources,
  roblox: robloxSources,
  'vk-teams': vkTeamsSources,
  bip: bipSources,
  bale: baleSources,
  botim: botimSources,
};

/** Lists that hold only what belongs to a country, which names its sources itself. */
type CountryList = 'canaries' | 'blockedCanaries' | 'homeOnlySites';
/** Lists that are no part of what is asked. */
type OtherList = 'cities' | 'domains' | 'filterPages';
type ListName = Exclude<keyof Catalog, 'version' | 'home' | 'services' | CountryList> | OtherList;

/** The sources of all other lists; what belongs to a country names its sources itself, but for cities. */
export const listSources: Readonly<Record<ListName, Sources>> = {
  controls: controlSources,
  witnesses: witnessSources,
  transferControls: transferControlSources,
  callControls: callControlSources,
  resolvers: resolverSources,
  echoes: echoSources,
  networks: networkSources,
  colos: coloSources,
  cities: citySources,
  domains: domainSources,
  filterPages: filterPageSources,
};
