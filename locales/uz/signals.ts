import type { SignalId } from '../../lib/model/route.ts';

export const signals: Record<SignalId, string> = {
  'exit-abroad': 'Xorijiy saytlar trafik boshqa mamlakatdan kelayotganini koʻrmoqda.',
  'exit-at-home': 'Xorijiy saytlar trafik mamlakat ichidan kelayotganini koʻrmoqda.',
  'echoes-disagree':
    'Xorijiy saytlar trafik qaysi mamlakatdan kelayotgani haqida turlicha aytmoqda.',
  'families-differ': 'Yangi va eski turdagi manzillar internetga har xil mamlakatlardan chiqmoqda.',
  'few-echoes': 'Trafik qaysi mamlakatdan kelayotganini aytgan saytlar juda kam.',
  'clock-there': 'Soat trafik kelayotgan mamlakat vaqtiga qoʻyilgan.',
  'clock-elsewhere': 'Soat trafik kelayotgan mamlakat emas, boshqa mamlakat vaqtiga qoʻyilgan.',
  'home-there': 'Siz oʻz mamlakatingiz trafik kelayotgan mamlakat ekanini aytgansiz.',
  'home-elsewhere': 'Siz oʻz mamlakatingiz trafik kelayotgan mamlakat emasligini aytgansiz.',
  'clock-at-exit': 'Soat, siz aytganingizga zid ravishda, trafik kelayotgan mamlakat vaqtida.',
  'language-of-home': 'Brauzer tili trafik kelayotgan mamlakat tili emas.',
  'network-hosting': 'Trafik maʼlumotlar markazidan chiqmoqda.',
  'network-relay':
    'Trafik brauzerlar manzillarni yashirish uchun ishlatadigan tarmoqdan chiqmoqda.',
  'network-access': 'Trafik maʼlumotlar markazi boʻlmagan tarmoqdan chiqmoqda.',
  'tunnel-warp': 'Yirik tarmoq bu trafik oʻzining tunneli orqali oʻtayotganini aytmoqda.',
  'tunnel-tor':
    'Yirik tarmoq bu trafik qayerdan kelayotganini yashiradigan tarmoqdan chiqayotganini aytmoqda.',
  'tunnel-gateway': 'Yirik tarmoq bu trafik tashkilot shlyuzi orqali kelayotganini aytmoqda.',
  'tunnel-none': 'Yirik tarmoq bu trafik oʻzining tunneli orqali oʻtmayotganini aytmoqda.',
  'canaries-open': 'Mamlakatda anchadan beri bloklangan saytlar ochilmoqda.',
  'canaries-blocked': 'Mamlakatda anchadan beri bloklangan saytlar ochilmayapti.',
  'home-only-opens': 'Chet eldan kiruvchilarni qabul qilmaydigan saytlar ochilmoqda.',
  'home-only-refuses': 'Chet eldan kiruvchilarni qabul qilmaydigan saytlar ochilmayapti.',
  'exits-same': 'Mamlakat ichidagi va xorijiy saytlar bir xil manzilni koʻrmoqda.',
  'exits-differ':
    'Mamlakat ichidagi saytlar xorijiy saytlar koʻrganidan boshqa manzilni koʻrmoqda.',
  'addresses-reserved':
    'Saytlar toʻqima manzillarda javob bermoqda: bunday manzillarni shu kompyuterdagi dastur beradi.',
  'addresses-private': 'Saytlar hammaga ochiq boʻlmagan manzillarda javob bermoqda.',
  'addresses-shared':
    'Turli egalarning messenjerlari bitta manzilda javob bermoqda: demak, orada nimadir bor.',
  'calls-same': 'Qoʻngʻiroqlar sahifalar bilan bir xil manzildan chiqmoqda.',
  'calls-differ':
    'Qoʻngʻiroqlar sahifalarnikidan boshqa manzildan chiqmoqda: boshqa yoʻldan yoki tarmoqning bir nechta manzili bor.',
  'exit-changed': 'Oxirgi tekshiruvdan beri trafik boshqa tarmoqdan kelmoqda.',
  'exit-changed-services':
    'Oxirgi tekshiruvdan beri trafik boshqa tarmoqdan kelmoqda va u bilan birga bir nechta messenjerning holati oʻzgardi.',
  'answers-too-fast-for-home':
    'Xorijiy sayt soat koʻrsatayotgan joydan mumkin boʻlganidan tezroq javob berdi.',
  'connections-end-nearby': 'Uzoq saytlarga ulanishlarni yaqin atrofdagi nimadir qabul qilmoqda.',
  'browser-proxy': 'Brauzer trafikni proksi orqali yubormoqda.',
};
