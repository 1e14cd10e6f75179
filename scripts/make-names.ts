/**
 * Writes src/engines/japanese/names/given-names.gen.ts and family-name-counts.gen.ts from the lists of shuheilocale (MIT):
 * `node scripts/make-names.ts <folder>`, where the folder holds last_name_org.csv, first_name_man_opti.csv and
 * first_name_woman_opti.csv.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder = '.'] = process.argv.slice(2)
const licence = 'From the lists of shuheilocale, MIT licence: see family-names.LICENSE.txt beside this file.'
const linesOf = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/)

const writings = new Map<string, Set<string>>()
for (const line of ['first_name_man_opti.csv', 'first_name_woman_opti.csv'].flatMap(linesOf)) {
  const [kana, , ...kanji] = line.split(',')
  const known = writings.get(kana!) ?? new Set()
  for (const writing of kanji) if (writing) known.add(writing)
  writings.set(kana!, known)
}
const readings = [...writings].map(([kana, kanji]) => `  '${kana} ${[...kanji].join(' ')}|' +`).join('\n')
writeFileSync(
  'src/engines/japanese/names/given-names.gen.ts',
  `// Readings of given names, each with the ways it is written. ${licence}\nexport const givenNameWritings =\n${readings}\n  ''\n`,
)
const counts = linesOf('last_name_org.csv').map((line) => line.split(',').slice(0, 2).join(''))
writeFileSync(
  'src/engines/japanese/names/family-name-counts.gen.ts',
  `// How many people bear each of the most frequent family names. ${licence}\nexport const familyNameCounts =\n  '${counts.join(' ')}'\n`,
)
