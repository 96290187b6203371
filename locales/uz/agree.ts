import type { AgreeMessageId } from '../en/agree.ts';

export const agree: Record<AgreeMessageId, string> = {
  'agree.route': 'Trafik mening provayderim orqali oʻtish-oʻtmasligini ham koʻrsatish',
  'agree.route.text':
    'Buning uchun soʻrov qaysi manzildan kelganini aytadigan bir nechta saytga, anchadan beri bloklangan saytlarga va faqat mamlakat ichida ochiladigan saytlarga ham soʻrovlar yuboriladi. Ularsiz Dozvon trafik qaysi yoʻldan ketayotganini bila olmaydi. Buni keyin oʻchirib qoʻyish mumkin.',
  'agree.route.permission':
    'Brauzer shu saytlardagi maʼlumotlarga kirishga ruxsat soʻraydi. Siz ochadigan sahifalarni Dozvon koʻrmaydi.',
  'agree.does': 'Dozvon nima qiladi',
  'agree.does.text': 'Roʻyxatdan oʻtish shart emas. Hech narsani sozlash ham kerak emas.',
  'agree.sent': 'Nima yuboriladi va qanday xavf bor',
  'agree.sent.risk':
    'Yashayotgan joyingizda messenjerga ulanishga urinishingizni kimdir koʻrib qolishi xavfli boʻlsa, oʻsha messenjerni pastdagi roʻyxatdan olib tashlang yoki boshlamang.',
  'agree.choose': 'Siz nimani tanlaysiz',
  'agree.services': 'Baʼzi messenjerlarni tekshirmaslik',
  'agree.check': 'Birinchi tekshiruv',
  'agree.check.text':
    'U yarim daqiqacha davom etadi. Uni kuzatish mumkin: har bir messenjerning holati aniq boʻlishi bilan koʻrinadi.',
};
