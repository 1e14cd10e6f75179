import { diceOf, misspelt, type Dice } from './dice.ts'
import { families, men, towns, women } from './names.ts'
import type { Asked, MadeSet } from './made.ts'

const header = [
  'Vol',
  'Fo.',
  'Yr',
  'Xtian name',
  'Surname',
  'Age or born',
  'Trade &c.',
  'Of',
  'Abode',
  'Father',
  'Remarks',
]
const trades =
  'agricultural labourer|yeoman|husbandman|cordwainer|weaver|tailor|blacksmith|carpenter|mason|servant|spinster|widow|miller|butcher|baker|mariner|collier|gentleman|clerk in holy orders|victualler'.split(
    '|',
  )
const shortTrades = new Map(
  'agricultural labourer=ag lab|husbandman=husb|cordwainer=cordw|blacksmith=smith|servant=servt|spinster=spr|widow=wid|gentleman=gent|clerk in holy orders=clerk|victualler=vict|carpenter=carp'
    .split('|')
    .map((pair) => pair.split('=') as [string, string]),
)
const shortNames = new Map(
  'john=jno|william=wm|thomas=thos|james=jas|robert=robt|samuel=saml|daniel=danl|benjamin=benj|edward=edwd|richard=richd|alexander=alexr|henry=hy|frederick=fredk|nathaniel=nathl|george=geo|charles=chas|joseph=jos|jonathan=jonn|michael=michl|nicholas=nichs|stephen=stephn|andrew=andw|margaret=margt|elizabeth=eliz|catherine=cath|sarah=sar|hannah=hanh|rebecca=rebec|dorothy=dor|isabella=isab|mary=my|susanna=susan'
    .split('|')
    .map((pair) => pair.split('=') as [string, string]),
)

type Soul = { first: string; last: string; born: number; trade: string; of: string; father: string; isWoman: boolean }

/**
 * Registers of some parishes over a century: given names as clerks shortened them (Jno, Margt) or in one letter, years of
 * birth or ages in one column of which much is missing, trades shortened, the father's given name, spellings of the ear.
 */
export function madeRegisters({ rows, seed, dirt }: Asked): MadeSet {
  const dice = diceOf(seed)
  const { chance, below, frequent, pick } = dice
  const made: MadeSet = { table: [header], persons: [] }
  const parishes = Array.from({ length: 25 }, () => `${pick(['', 'great ', 'little ', 'st '])}${pick(families)}`)
  for (let person = 0; made.persons.length < rows; person++) {
    const isWoman = chance(0.45)
    const soul: Soul = {
      isWoman,
      first: frequent(isWoman ? women : men),
      last: frequent(families),
      born: 1700 + below(110),
      trade: isWoman ? pick(['spinster', 'widow', 'servant']) : frequent(trades),
      of: chance(0.8) ? frequent(parishes) : frequent(towns),
      father: frequent(men),
    }
    const entries = chance(0.35) ? 1 : 2 + below(3)
    for (let entry = 0; entry < entries && made.persons.length < rows; entry++) {
      made.table.push(anEntry(soul, { dice, dirt, parishes, row: made.persons.length }))
      made.persons.push(person)
    }
  }
  return made
}

type At = { dice: Dice; dirt: number; parishes: readonly string[]; row: number }

function anEntry(soul: Soul, { dice, dirt, parishes, row }: At): string[] {
  const { chance, below, frequent, pick } = dice
  const year = soul.born + 15 + below(50)
  const spelt = (word: string, share: number) => (chance(share * dirt) ? misspelt(word, dice) : word)
  const named = (word: string) =>
    chance(0.04 * dirt)
      ? word.slice(0, 1)
      : chance(0.35)
        ? `${shortNames.get(word) ?? word}${chance(0.3) ? '.' : ''}`
        : spelt(word, 0.05)
  const born = soul.born + (chance(0.25 * dirt) ? pick([-2, -1, 1, 2]) : 0)
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
  return [
    pick(['I', 'II', 'III']), String(1 + below(300)), String(year), capital(named(soul.first)),
    chance(0.03 * dirt) ? '' : capital(spelt(soul.last, 0.1)),
    chance(0.2 * dirt) ? '' : String(born),
    chance(0.3 * dirt) ? '' : chance(0.4) ? (shortTrades.get(soul.trade) ?? soul.trade) : soul.trade,
    chance(0.2 * dirt) ? '' : spelt(soul.of, 0.06), chance(0.25 * dirt) ? frequent(parishes) : soul.of,
    chance(0.35 * dirt) ? '' : capital(named(soul.father)), chance(0.1) ? `see fo. ${row}` : '',
  ] // prettier-ignore
}
