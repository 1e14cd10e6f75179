import { toKatakana } from '../kana.ts'
import { withoutUnseen } from './own-words.ts'

const mail =
  /[\w.+-]+\s*(?:@|\((?:at|アット)\)|\[at\]|アットマーク)\s*[\w-]+(?:\s*(?:\.|\(dot\)|\[dot\]|ドット)\s*[a-z0-9-]{2,})+/iu
const page = /(?:https?:\s*\/\/|www\.)\S+/iu
const service =
  '(?:LINE|ライン|カカオ(?:トーク)?|kakao(?:talk)?|wechat|whatsapp|skype|telegram|instagram|インスタ|discord)'
const handles = [
  new RegExp(
    `${service}\\s*(?:の\\s*)?(?:ID|アカウント|アイディー)?\\s*(?:[:=は]|\\bis\\b)\\s*@?[a-z0-9][\\w.-]{3,}`,
    'iu',
  ),
  new RegExp(`${service}\\s*(?:の\\s*)?(?:ID|アカウント|アイディー)\\s*@?(?=[a-z_.-]*\\d)[a-z0-9][\\w.-]{3,}`, 'iu'),
  /(?<![\w.])@[a-z0-9][\w.]{3,}/iu,
]

const kanjiDigits = '〇一二三四五六七八九'
const figures = (text: string): string =>
  text.replaceAll('零', '0').replaceAll(/[〇一二三四五六七八九]/gu, (digit) => String(kanjiDigits.indexOf(digit)))

/** The figures from nought as they are spoken, in kana and in English. */
const spoken = [
  'ゼロ レイ マル オー zero oh',
  'イチ イッ ワン one',
  'ニイ ニー ニ ツー two',
  'サン スリー three',
  'ヨン ヨー シ フォー four',
  'ゴー ゴ ファイブ five',
  'ロク シックス six',
  'ナナ シチ セブン seven',
  'ハチ ハッ エイト eight',
  'キュウ キュー ク ナイン nine',
]
const figureOf = new Map(spoken.flatMap((ways, figure) => ways.split(' ').map((way) => [way, String(figure)] as const)))
// The longest first: シックス is no シ.
const anyFigure = [...figureOf.keys()].toSorted((one, other) => other.length - one.length).join('|')
const apart = String.raw`(?:[^\p{L}\p{N}]|ノ){0,4}`
/** A whole number that begins with nought: single ones of these words are particles of every sentence. */
const spelt = new RegExp(String.raw`(?:ゼロ|レイ|マル|オー|zero|oh|0)(?:${apart}(?:${anyFigure}|\d)){9,10}`, 'giu')

/** A text in which telephone numbers that are spelt out stand in figures. */
const inFigures = (text: string): string =>
  toKatakana(text).replaceAll(spelt, (number) =>
    number.replaceAll(new RegExp(anyFigure, 'giu'), (word) => figureOf.get(word.toLowerCase()) ?? word),
  )

/** Dates, times of day and amounts, whose figures are no part of a telephone number. */
const counted =
  /(?<![\d:])\d{1,2}:\d{2}(?![\d:])|(?<!\d)(?:(?:19|20)\d{2}\s*[/.-]\s*[01]?\d(?:\s*[/.-]\s*[0-3]?\d)?|[0-3]?\d\/[0-3]?\d\/(?:19|20)\d{2})(?!\d)|\d[\d,.]*\s*(?=[万億円年月日時分名人%件社歳回週])/gu
const between = String.raw`(?:[^\p{L}\p{N}]|[ーのノ]){0,4}`
const telephone = new RegExp(
  String.raw`(?<!\d)(?:0${between}[1-9](?:${between}\d){8,9}|\+${between}\d(?:${between}\d){8,13})(?!\d)`,
  'u',
)

/**
 * The words of a text by which its author could be reached past whoever passes it on, or undefined: a mail address, a page,
 * a name in a messaging service, or a Japanese or international telephone number, with anything between its figures.
 */
export function reachSaid(text: string): string | undefined {
  const plain = withoutUnseen(text).normalize('NFKC')
  for (const pattern of [mail, page, ...handles]) {
    const found = pattern.exec(plain)
    if (found) return found[0]
  }
  return (
    telephone.exec(plain.replaceAll(counted, '年'))?.[0] ??
    telephone.exec(figures(plain).replaceAll(counted, '年'))?.[0] ??
    telephone.exec(inFigures(figures(plain).replaceAll(counted, '年')))?.[0]
  )
}
