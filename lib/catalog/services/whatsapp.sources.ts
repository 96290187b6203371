import type { Sources } from '../provenance.ts';

export const whatsappSources: Sources = {
  byId: {
    'whatsapp/web': {
      source: 'ooni/probe-cli:internal/experiment/whatsapp/whatsapp.go; tulir/whatsmeow:update.go',
      confidence: 'seen',
      note: 'OONI: any HTTP status means reachable. With a browser UA the root document is believed to exceed 64 kB (unverified), so it can double as the freeze check.',
    },
    'whatsapp/media': { source: 'citizenlab/test-lists:lists/global.csv', confidence: 'seen' },
    'whatsapp/profile-pictures': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
    },
    'whatsapp/registration': {
      source: 'ooni/probe-cli:internal/experiment/whatsapp/whatsapp.go (GET, any response = ok)',
      confidence: 'seen',
      note: 'Host reachability only. The registration block of October 2025 stopped the delivery of SMS and calls, which a probe cannot see.',
    },
    'whatsapp/api': {
      source: 'v2fly/domain-list-community:data/whatsapp (host)',
      confidence: 'seen',
      note: 'Status unverified.',
    },
    'whatsapp/download': {
      source: 'tulir/whatsmeow:update.go',
      confidence: 'general',
      note: 'The page is believed to exceed 64 kB.',
    },
    'whatsapp/upload': {
      source: 'An upload of about 64 kB shows a freeze with any host: hyperion-cs/dpi-checkers',
      confidence: 'general',
    },
    'whatsapp/socket': {
      source: 'tulir/whatsmeow:socket/constants.go; Baileys',
      confidence: 'seen',
      note: 'Its own clients send the Origin of the web client; a refusal of a request without one still counts as an answer.',
    },
  },
};
