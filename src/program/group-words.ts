import { industryWords } from '../contract/accounts/industry-words.ts'
import { messages } from '../ui/text/messages.ts'

/** The kinds of companies over which the network's fairness is looked at. */
export const groupWords = messages({
  ja: {
    industry: '業種',
    size: '従業員数',
    region: '地域',
    mode: '運用モード',
    untold: '未登録',
    why: 'ネットワークが業種・規模・地域によらず公平かどうかを、運営が確かめるために使います。任意です。',
    sizes: {
      UNDER_50: '50人未満',
      UNDER_300: '50〜299人',
      UNDER_1000: '300〜999人',
      FROM_1000: '1,000人以上',
    } as Record<string, string>,
    industries: industryWords.ja,
    regions: {
      HOKKAIDO: '北海道',
      TOHOKU: '東北',
      KANTO: '関東',
      CHUBU: '中部',
      KINKI: '近畿',
      CHUGOKU: '中国',
      SHIKOKU: '四国',
      KYUSHU_OKINAWA: '九州・沖縄',
    } as Record<string, string>,
  },
  en: {
    industry: 'Industry',
    size: 'Employees',
    region: 'Region',
    mode: 'Operating mode',
    untold: 'Not told',
    why: 'Lets the operator see whether the network is fair to companies of every industry, size and region. Optional.',
    sizes: { UNDER_50: 'Under 50', UNDER_300: '50 to 299', UNDER_1000: '300 to 999', FROM_1000: '1,000 and more' },
    industries: industryWords.en,
    regions: {
      HOKKAIDO: 'Hokkaido',
      TOHOKU: 'Tohoku',
      KANTO: 'Kanto',
      CHUBU: 'Chubu',
      KINKI: 'Kinki',
      CHUGOKU: 'Chugoku',
      SHIKOKU: 'Shikoku',
      KYUSHU_OKINAWA: 'Kyushu and Okinawa',
    },
  },
})
