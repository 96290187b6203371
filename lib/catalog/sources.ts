import { callControlSources } from './call-controls.sources.ts';
import { coloSources } from './colos.sources.ts';
import { controlSources } from './controls.sources.ts';
import { echoSources } from './echoes.sources.ts';
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

/** Lists that hold only what belongs to a country, which names its sources itself. */
type CountryList = 'canaries' | 'blockedCanaries' | 'homeOnlySites';
type ListName = Exclude<keyof Catalog, 'version' | 'home' | 'services' | CountryList>;

/** The sources of all other lists, as far as they belong to no country. */
export const listSources: Readonly<Record<ListName, Sources>> = {
  controls: controlSources,
  witnesses: witnessSources,
  transferControls: transferControlSources,
  callControls: callControlSources,
  resolvers: resolverSources,
  echoes: echoSources,
  networks: networkSources,
  colos: coloSources,
};
