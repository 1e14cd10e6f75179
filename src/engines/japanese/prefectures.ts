export type Region = 'HOKKAIDO' | 'TOHOKU' | 'KANTO' | 'CHUBU' | 'KINKI' | 'CHUGOKU' | 'SHIKOKU' | 'KYUSHU_OKINAWA'
/** `code` is the number of JIS X 0401, which ISO 3166-2:JP shares. */
export type Prefecture = { code: string; name: string; short: string; romaji: string; region: Region }

export const regionNames: Record<Region, { ja: string; en: string }> = {
  HOKKAIDO: { ja: '北海道', en: 'Hokkaido' },
  TOHOKU: { ja: '東北', en: 'Tohoku' },
  KANTO: { ja: '関東', en: 'Kanto' },
  CHUBU: { ja: '中部', en: 'Chubu' },
  KINKI: { ja: '近畿', en: 'Kinki' },
  CHUGOKU: { ja: '中国', en: 'Chugoku' },
  SHIKOKU: { ja: '四国', en: 'Shikoku' },
  KYUSHU_OKINAWA: { ja: '九州・沖縄', en: 'Kyushu and Okinawa' },
}

// In the order of their codes; the regions are the eight of 八地方区分, with Mie in Kinki.
const inOrder: [Region, string][] = [
  ['HOKKAIDO', '北海道 Hokkaido'],
  ['TOHOKU', '青森県 Aomori 岩手県 Iwate 宮城県 Miyagi 秋田県 Akita 山形県 Yamagata 福島県 Fukushima'],
  ['KANTO', '茨城県 Ibaraki 栃木県 Tochigi 群馬県 Gunma 埼玉県 Saitama 千葉県 Chiba 東京都 Tokyo 神奈川県 Kanagawa'],
  [
    'CHUBU',
    '新潟県 Niigata 富山県 Toyama 石川県 Ishikawa 福井県 Fukui 山梨県 Yamanashi 長野県 Nagano 岐阜県 Gifu 静岡県 Shizuoka 愛知県 Aichi',
  ],
  ['KINKI', '三重県 Mie 滋賀県 Shiga 京都府 Kyoto 大阪府 Osaka 兵庫県 Hyogo 奈良県 Nara 和歌山県 Wakayama'],
  ['CHUGOKU', '鳥取県 Tottori 島根県 Shimane 岡山県 Okayama 広島県 Hiroshima 山口県 Yamaguchi'],
  ['SHIKOKU', '徳島県 Tokushima 香川県 Kagawa 愛媛県 Ehime 高知県 Kochi'],
  [
    'KYUSHU_OKINAWA',
    '福岡県 Fukuoka 佐賀県 Saga 長崎県 Nagasaki 熊本県 Kumamoto 大分県 Oita 宮崎県 Miyazaki 鹿児島県 Kagoshima 沖縄県 Okinawa',
  ],
]

export const prefectures: readonly Prefecture[] = inOrder
  .flatMap(([region, names]) =>
    [...names.matchAll(/(\S+) (\S+)/g)].map(([, name, romaji]) => ({ region, name: name!, romaji: romaji! })),
  )
  .map((prefecture, at) => ({
    ...prefecture,
    code: String(at + 1).padStart(2, '0'),
    short: prefecture.name === '北海道' ? '北海道' : prefecture.name.slice(0, -1),
  }))

/**
 * Cities that name their prefecture by themselves: the cities by ordinance, the seats of prefectures, and well-known
 * large ones. A name borne in two prefectures (府中市, 伊達市) is not here. Written without 市.
 */
const citiesByPrefecture: Record<string, string> = {
  北海道: '札幌 函館 旭川 釧路 帯広 小樽 苫小牧',
  青森県: '青森 八戸 弘前',
  岩手県: '盛岡',
  宮城県: '仙台 石巻',
  秋田県: '秋田',
  山形県: '山形',
  福島県: '福島 郡山 いわき 会津若松',
  茨城県: '水戸 つくば 日立',
  栃木県: '宇都宮',
  群馬県: '前橋 高崎',
  埼玉県: 'さいたま 川口 川越 所沢 越谷 大宮 浦和',
  千葉県: '千葉 船橋 松戸 市川 柏 浦安 幕張',
  東京都:
    '八王子 町田 武蔵野 三鷹 立川 調布 吉祥寺 品川区 渋谷区 新宿区 世田谷区 千代田区 目黒区 大田区 杉並区 豊島区 江東区 文京区 台東区 墨田区 中野区 板橋区 練馬区 足立区 葛飾区 江戸川区 荒川区',
  神奈川県: '横浜 川崎 相模原 横須賀 藤沢 鎌倉',
  新潟県: '新潟 長岡',
  富山県: '富山',
  石川県: '金沢',
  福井県: '福井',
  山梨県: '甲府',
  長野県: '長野 松本',
  岐阜県: '岐阜',
  静岡県: '静岡 浜松 沼津',
  愛知県: '名古屋 豊田 豊橋 岡崎 一宮',
  三重県: '津 四日市',
  滋賀県: '大津',
  京都府: '京都',
  大阪府: '大阪 堺 東大阪 豊中 吹田 高槻 枚方',
  兵庫県: '神戸 姫路 西宮 尼崎',
  奈良県: '奈良',
  和歌山県: '和歌山',
  鳥取県: '鳥取 米子',
  島根県: '松江',
  岡山県: '岡山 倉敷',
  広島県: '広島 福山',
  山口県: '山口 下関',
  徳島県: '徳島',
  香川県: '高松',
  愛媛県: '松山',
  高知県: '高知',
  福岡県: '福岡 北九州 久留米 博多',
  佐賀県: '佐賀',
  長崎県: '長崎 佐世保',
  熊本県: '熊本',
  大分県: '大分 別府',
  宮崎県: '宮崎',
  鹿児島県: '鹿児島',
  沖縄県: '那覇',
}

/** City without its 市 (a ward of Tokyo with its 区) → prefecture. */
export const prefectureByCity: ReadonlyMap<string, Prefecture> = new Map(
  prefectures.flatMap((prefecture) =>
    (citiesByPrefecture[prefecture.name] ?? '').split(' ').map((city) => [city, prefecture] as const),
  ),
)
