import type { Sources } from '../provenance.ts';

export const whatsappSources: Sources = {
  byId: {
    'whatsapp/web': {
      source: 'ooni/probe-cli:internal/experiment/whatsapp/whatsapp.go; tulir/whatsmeow:update.go',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI takes any status of it',
      note: 'OONI: any HTTP status means reachable. With a browser UA the root document is believed to exceed 64 kB (unverified), so it can double as the freeze check.',
    },
    'whatsapp/media': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'whatsapp/profile-pictures': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'whatsapp/registration': {
      source: 'ooni/probe-cli:internal/experiment/whatsapp/whatsapp.go (GET, any response = ok)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI takes any answer to a GET',
      note: 'Host reachability only. The registration block of October 2025 stopped the delivery of SMS and calls, which a probe cannot see.',
    },
    'whatsapp/api': {
      source: 'v2fly/domain-list-community:data/whatsapp (host, tagged @ads)',
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'On lists of advertising hosts (hagezi/dns-blocklists#4910), so a household’s filter may withhold it: no vote. Status unverified.',
    },
    'whatsapp/download': {
      source: 'tulir/whatsmeow:update.go',
      confidence: 'general',
      reviewed: '2026-11-26',
      note: 'The page is believed to exceed 64 kB.',
    },
    'whatsapp/upload': {
      source: 'An upload of about 64 kB shows a freeze with any host: hyperion-cs/dpi-checkers',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    'whatsapp/socket': {
      source: 'tulir/whatsmeow:socket/constants.go; Baileys',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'its clients open it before they log in',
      note: 'Its own clients send the Origin of the web client; a refusal of a request without one still counts as an answer.',
    },
  },
};
