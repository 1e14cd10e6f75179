import { DatasetCollector, planOf } from './reading/dataset.ts'
import { namesAreJapanese, recogniseColumns } from './reading/mapping.ts'
import { seededRandom } from './training/random.ts'
import type { Dataset } from './reading/dataset.ts'
import type { LinkageModel } from './training/model.ts'
import { prunerOf } from './pruning/pruning.ts'
import { scorerOf } from './comparing/scorer.ts'

/** A dataset of a table given as rows of cells, the header first. */
export function aDataset([headers = [], ...rows]: readonly (readonly string[])[]): Dataset {
  const columns = recogniseColumns(headers, rows)
  const collector = new DatasetCollector({ japanese: namesAreJapanese(columns, rows) })
  const plan = planOf(columns, 'DAY_FIRST')
  for (const row of rows) collector.add(plan, row)
  return collector.finish()
}

const families =
  '佐藤 サトウ|鈴木 スズキ|高橋 タカハシ|渡邉 ワタナベ|斎藤 サイトウ|河野 コウノ|吉田 ヨシダ|大野 オオノ|小野 オノ|林 ハヤシ'.split(
    '|',
  )
const givens =
  '太郎 タロウ|花子 ハナコ|美織 ミオ|健太 ケンタ|裕子 ユウコ|翔 ショウ|愛 アイ|陽菜 ヒナ|大輔 ダイスケ|直樹 ナオキ'.split(
    '|',
  )

/** Made-up applicants, one to three rows each, with slips in their birth dates and mails; `persons` says who is who. */
export function someApplicants(people: number, seed = 1): { table: string[][]; persons: number[] } {
  const random = seededRandom(seed * 7919)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!.split(' ')
  const table = [['氏名', 'フリガナ', '生年月日', 'メールアドレス', '電話番号']]
  const persons: number[] = []
  for (let person = 0; person < people; person++) {
    const [[family, familyKana], [given, givenKana]] = [pick(families), pick(givens)]
    const digits = (count: number) => String(Math.floor(random() * 10 ** count)).padStart(count, '0')
    const birth = `${1960 + Math.floor(random() * 40)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
    const [mail, phone] = [`p${digits(6)}@mail.example`, `0901${digits(7)}`]
    for (let copy = Math.floor(random() * 3); copy >= 0; copy--) {
      const slip = random() < 0.1 ? `${birth.slice(0, -1)}${digits(1)}` : birth
      table.push([
        `${family} ${given}`,
        `${familyKana} ${givenKana}`,
        random() < 0.1 ? '' : slip,
        random() < 0.2 ? '' : mail,
        random() < 0.2 ? '' : phone,
      ])
      persons.push(person)
    }
  }
  return { table, persons }
}

/** Pairs that weigh at least `least` and were ruled out all the same; each third record beside all others, and in a group with them. */
export function wronglyRuledOut(dataset: Dataset, model: LinkageModel, least: number): string[] {
  const { score } = scorerOf(dataset, model)
  const { pruneRecords, pruneGroups } = prunerOf(dataset, model, least)
  const others = Int32Array.from({ length: dataset.size }, (_, at) => at)
  const inGroup = (one: number): Int32Array => {
    const records = Int32Array.of(one, ...others)
    const groups = { records, owns: new Int32Array(records.length), count: records.length }
    return records.subarray(0, pruneGroups(groups))
  }
  return others.reduce<string[]>((wrong, one) => {
    if (one % 3 !== 0) return wrong
    const left = others.slice()
    const kept = new Set(left.subarray(0, pruneRecords(one, left, dataset.size)))
    const grouped = new Set(inGroup(one))
    const lost = [...others].filter((other) => !(kept.has(other) && grouped.has(other)) && score(one, other) >= least)
    return [...wrong, ...lost.map((other) => `${one} ${other}`)]
  }, [])
}
