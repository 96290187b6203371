import type { AgreeMessageId } from '../en/agree.ts';

export const agree: Record<AgreeMessageId, string> = {
  'agree.route': 'Trafik mening provayderim orqali oʻtish-oʻtmasligini ham koʻrsatish',
  'agree.route.text':
    'Buning uchun soʻrov qaysi manzildan kelganini aytadigan bir nechta saytga, anchadan beri bloklangan saytlarga va faqat mamlakat ichida ochiladigan saytlarga ham soʻrovlar yuboriladi. Ularsiz Dozvon trafik qaysi yoʻldan ketayotganini bila olmaydi. Buni keyin oʻchirib qoʻyish mumkin.',
  'agree.route.permission':
    'Brauzer shu saytlardagi maʼlumotlarga kirishga ruxsat soʻraydi. Siz ochadigan sahifalarni Dozvon koʻrmaydi.',
};
