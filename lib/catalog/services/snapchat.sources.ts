import type { Sources } from '../provenance.ts';

export const snapchatSources: Sources = {
  byId: {
    'snapchat/web': {
      source: 'citizenlab/test-lists:lists/global.csv',
      confidence: 'seen',
      reviewed: '2026-11-26',
      answers: 'OONI’s probes read the pages of that list',
    },
    'snapchat/web-client': {
      source: 'general; redirects to www.snapchat.com/web',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    'snapchat/login': {
      source: 'StevenBlack/hosts#2626; megadose/holehe:holehe/modules/social_media/snapchat.py',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'a program reads the page for logging in there, without an account',
    },
    'snapchat/chat-gateway': {
      source: 'StevenBlack/hosts#2626',
      confidence: 'seen',
      reviewed: '2026-11-28',
      note: 'What it answers was found nowhere, as chats go by gRPC: no vote.',
    },
    'snapchat/static': {
      source: 'StevenBlack/hosts#2626; itzTheMeow/dotfiles:home/programs/snapchat-web/default.nix',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers:
        'serves the icon and pictures of the site: a package takes the icon, by its checksum',
    },
    'snapchat/api': {
      source: 'StevenBlack/hosts#2626; sdushantha/snapchat:snapchat.py',
      confidence: 'seen',
      reviewed: '2026-11-28',
      answers: 'makes the picture of a code for everybody: programs without an account ask for it',
    },
    'snapchat/upload': {
      source: 'An upload of about 64 kB shows a freeze with any host: hyperion-cs/dpi-checkers',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
    'snapchat/plain': {
      source: 'bare name of snapchat/web',
      confidence: 'general',
      reviewed: '2026-11-26',
    },
  },
};
