import { alikeWithinFiles, type Dataset } from '../../engines/linkage/index.ts'
import type { Words } from '../terminal.ts'
import { mostColumns, type InputColumn } from './input.ts'
import { largestGroup, type LinkedFiles } from './link-files.ts'
import type { OddRows } from './reading/oddities.ts'

/** What was odd about the input or had to be bounded, in words: nothing is capped in silence. */
export function warningsOf({ files, dataset, blocks, originals, clusters, clustered, sources }: LinkedFiles): Words[] {
  const told: Words[] = []
  for (const { file, columns, oddities } of files) {
    const { rows, unreadable, uneven, filled, unclosed, swallowing } = oddities
    if (rows === 0) told.push({ ja: `${file.name} には行がありません。`, en: `${file.name} has no rows.` })
    if (unreadable > 0)
      told.push({
        ja: `${file.name}: ${file.encoding} として読めない文字が ${unreadable} 個あり、無視しました。`,
        en: `${file.name}: characters that cannot be read as ${file.encoding} and were left out: ${unreadable}.`,
      })
    if (uneven > rows / 100)
      told.push({
        ja: `${file.name}: ${uneven} 行の列数が見出しと異なります。区切り文字と引用符を確認してください。`,
        en: `${file.name}: rows with other columns than the header: ${uneven}. Check the delimiter and quotes.`,
      })
    if (unclosed.count > 0)
      told.push({
        ja: `${file.name}: 引用符が閉じられていない行が ${unclosed.count} 行あります(${named(unclosed).ja})。その行の引用符を無視し、1行ずつ読みました。`,
        en: `${file.name}: rows with a quote that is never closed: ${unclosed.count} (${named(unclosed).en}). They were read line by line, without their quotes.`,
      })
    if (swallowing.count > 0)
      told.push({
        ja: `${file.name}: 引用符の中に別の行を含むように見える行が ${swallowing.count} 行あります(${named(swallowing).ja})。閉じ忘れた引用符が次の引用符まで続いている可能性があります。1行として読みました。`,
        en: `${file.name}: rows that hold what looks like other rows within their quotes: ${swallowing.count} (${named(swallowing).en}). A quote may have been left open up to the next one. Each was read as one row.`,
      })
    told.push(...passedOver(file.name, columns))
    const hollow = columns.filter(({ role }, at) => role !== 'ignore' && filled[at] === 0).map(({ header }) => header)
    if (rows > 0 && hollow.length > 0)
      told.push({
        ja: `${file.name}: 空の列は比較に使えません: ${hollow.join('、')}`,
        en: `${file.name}: empty columns tell nothing: ${hollow.join(', ')}.`,
      })
    if (!columns.some(({ role }) => role === 'name' || role === 'family' || role === 'given'))
      told.push(nameless(file.name))
  }
  const crowded = Math.max(0, ...blocks.index.crowded)
  if (crowded > 0)
    told.push({
      ja: `${blocks.budget.crowd} 件を超えるブロックがあり(1つの規則で最大 ${crowded} 件)、その規則では比較していません。値が同じだけで区別できないためです。より細かい規則での比較は行いました。`,
      en: `Blocks of more than ${blocks.budget.crowd} records (up to ${crowded} records under one rule) were not compared under that rule, since so common a value tells nobody apart. Finer rules still compared them.`,
    })
  const namesakes = mostNamesakes(dataset)
  if (namesakes > blocks.budget.crowd)
    told.push({
      ja: `${namesakes} 件が同じ氏名です。氏名だけでは比較せず、ほかの値も一致する組だけを比較しました。`,
      en: `${namesakes} records bear one name. They were compared only where something else agrees as well.`,
    })
  const apart = originals.original.reduce(
    (sum, first, record) => sum + (first !== record && clusters[record] === record ? 1 : 0),
    0,
  )
  if (apart > 0)
    told.push({
      ja: `比較項目がすべて同じでも、同一人物とするには情報が足りない行が ${apart} 件あり、別々のままにしました。`,
      en: `Rows equal to an earlier one in everything compared that hold too little to say that they are one person: ${apart}. They stay apart.`,
    })
  const twice = sources ? alikeWithinFiles(dataset, sources) : 0
  if (twice > 0)
    told.push({
      ja: `同じファイルの前の行と比較項目がすべて同じ行が ${twice} 件あります。--link-only では別の人とみなすため、ほかのファイルのどの行とも結べないことがあります。同じ人が2度現れるファイルでは --link-only を外してください。`,
      en: `Rows equal to an earlier one of their own file in everything compared: ${twice}. With --link-only they are other people, and may be linked with nobody, since nothing tells which is meant. Leave it out where a file holds people twice.`,
    })
  if (clustered.largest > largestGroup)
    told.push({
      ja: `${clustered.largest} 件が連鎖したグループを、確かな組だけで分け直しました。`,
      en: `A group of ${clustered.largest} records chained together was taken apart by its surest pairs.`,
    })
  return told
}

function passedOver(file: string, columns: readonly InputColumn[]): Words[] {
  const count = columns.filter(({ isPassedOver }) => isPassedOver).length
  if (count === 0) return []
  return [
    {
      ja: `${file}: 人を表す列が多すぎるため、${mostColumns} 列だけを比較し、残りの ${count} 列は使いませんでした。比較する列は --mapping で指定できます。`,
      en: `${file}: so many columns tell something that ${mostColumns} were compared and ${count} passed over. Say with --mapping which matter.`,
    },
  ]
}

const nameless = (file: string): Words => ({
  ja: `${file}: 氏名の列が見つかりません。ある場合は --mapping で指定してください。`,
  en: `${file}: no column of names was found. If there is one, name it with --mapping.`,
})

/** Headers of the mapping that no file has: what was meant by them was not done. */
export function unmapped(mapping: Readonly<Record<string, unknown>>, { files }: Pick<LinkedFiles, 'files'>): Words[] {
  const headers = new Set(files.flatMap(({ columns }) => columns.map(({ header }) => header)))
  const missing = Object.keys(mapping).filter((header) => !headers.has(header))
  if (missing.length === 0) return []
  return [
    {
      ja: `--mapping の見出しのうち、どのファイルにもないもの: ${missing.join('、')}。無視しました。`,
      en: `Headers of --mapping that no file has: ${missing.join(', ')}. They were passed over.`,
    },
  ]
}

/** The first rows of a kind by their numbers. */
function named({ count, first }: OddRows): Words {
  const more = count > first.length
  return {
    ja: `${first.map((row) => `${row}行目`).join('、')}${more ? 'など' : ''}`,
    en: `row ${first.join(', ')}${more ? ' and more' : ''}`,
  }
}

function mostNamesakes({ names, size }: Dataset): number {
  if (!names) return 0
  const counts = new Map<number, number>()
  let most = 0
  for (let record = 0; record < size; record++) {
    if (names.family[record]! < 0 || names.given[record]! < 0) continue
    const key = names.family[record]! * names.texts.starts.length + names.given[record]!
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count > most) most = count
  }
  return most
}
