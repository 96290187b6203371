import { blockedCanarySources } from './blocked-canaries.sources.ts';
import { callControlSources } from './call-controls.sources.ts';
import { canarySources } from './canaries.sources.ts';
import { coloSources } from './colos.sources.ts';
import { controlSources } from './controls.sources.ts';
import { echoSources } from './echoes.sources.ts';
import { homeOnlySiteSources } from './home-only-sites.sources.ts';
import { networkSources } from './networks.sources.ts';
import type { Sources } from './provenance.ts';
import { resolverSources } from './resolvers.sources.ts';
import type { Catalog } from './schema.ts';
import { discordSources } from './services/discord.sources.ts';
import { facetimeSources } from './services/facetime.sources.ts';
import { maxSources } from './services/max.sources.ts';
import { messengerSources } from './services/messenger.sources.ts';
import { signalSources } from './services/signal.sources.ts';
import { snapchatSources } from './services/snapchat.sources.ts';
import { telegramSources } from './services/telegram.sources.ts';
import { viberSources } from './services/viber.sources.ts';
import { vkSources } from './services/vk.sources.ts';
import { whatsappSources } from './services/whatsapp.sources.ts';
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
};

type ListName = Exclude<keyof Catalog, 'version' | 'home' | 'services'>;

/** The sources of all other lists of the catalog. */
export const listSources: Readonly<Record<ListName, Sources>> = {
  controls: controlSources,
  witnesses: witnessSources,
  transferControls: transferControlSources,
  callControls: callControlSources,
  resolvers: resolverSources,
  canaries: canarySources,
  echoes: echoSources,
  blockedCanaries: blockedCanarySources,
  homeOnlySites: homeOnlySiteSources,
  networks: networkSources,
  colos: coloSources,
};
