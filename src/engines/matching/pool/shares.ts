import { SELECTION_STAGES } from '../candidate.ts'
import { SIGNAL_SHARE, STAGE_SHARE } from '../score.ts'
import { LEVEL_CREDIT, MENTIONED_CREDIT, RELATED_CREDIT } from '../codes/skill-fit.ts'
import { PAST_WORK_SHARE } from '../codes/work.ts'
import type { Compiled } from './compiled.ts'
import { SIGNAL_KINDS, type Pool } from './pool.ts'
import { LEVELS, UNKNOWN_YEARS } from './put.ts'

const STAGE_SHARES = [0, ...SELECTION_STAGES.map((stage) => STAGE_SHARE[stage])]
const SIGNAL_SHARES = [0, ...SIGNAL_KINDS.map((kind) => SIGNAL_SHARE[kind])]

/** The shares of one person in the order of `PART_IDS`, as `score.ts` has them. The next question overwrites them. */
export function sharesOf(pool: Pool, opening: Compiled): (slot: number) => Float64Array {
  const { required, asked, experienceYears, today } = opening
  const terms = termsOf(pool, opening)
  const shares = new Float64Array(8)
  return (slot) => {
    const work = terms.read(slot)
    shares[0] = mean(terms.credit, 0, required)
    shares[1] = mean(terms.credit, required, asked.length)
    shares[2] = opening.works === undefined ? 0 : work
    const held = pool.experience[slot]!
    shares[3] = experienceYears <= 0 ? 0 : held < 0 ? 0 : Math.min(1, held / experienceYears)
    shares[4] = STAGE_SHARES[pool.stage[slot]!]!
    shares[5] = pool.evaluation[slot]!
    shares[6] = opening.fresh(Math.max(0, today - pool.updatedDay[slot]!))
    const signal = SIGNAL_SHARES[pool.signalKind[slot]!]!
    shares[7] = signal === 0 ? 0 : signal * opening.signal(Math.max(0, today - pool.signalDay[slot]!))
    return shares
  }
}

/** The mean of some credits; nothing asked is nothing met. */
export function mean(credit: Float64Array, from: number, until: number): number {
  if (from === until) return 0
  let sum = 0
  for (let at = from; at < until; at += 1) sum += credit[at]!
  return sum / (until - from)
}

type Meaning = { skills: number[]; work: number }

function termsOf(pool: Pool, { asked, works }: Compiled) {
  // What each term means to this opening: 0 nothing, else one more than its place among the meanings.
  const meaningOf = new Uint16Array(pool.terms.texts.length)
  const meanings: Meaning[] = []
  const meaning = (term: number): Meaning => {
    if (meaningOf[term] === 0) meaningOf[term] = meanings.push({ skills: [], work: 0 })
    return meanings[meaningOf[term]! - 1]!
  }
  for (const [skill, { term }] of asked.entries()) if (term >= 0) meaning(term).skills.push(skill)
  for (const [term, share] of works ?? []) meaning(term).work = share
  const { bitOf, bits } = categoryBits(pool, asked)
  const credit = new Float64Array(asked.length)

  const read = (slot: number): number => {
    credit.fill(0)
    let near = 0
    let work = 0
    const end = pool.termAt[slot + 1]!
    for (let at = pool.termAt[slot]!; at < end; at += 1) {
      const term = pool.term[at]!
      near |= bitOf[pool.termCategory[term]!]!
      if (meaningOf[term] === 0) continue
      const { skills, work: share } = meanings[meaningOf[term]! - 1]!
      for (const skill of skills) credit[skill] = creditOf(pool.fact[at]!, asked[skill]!.years)
      if (share > 0) work = Math.max(work, pool.fact[at] === 1 ? share * PAST_WORK_SHARE : share)
    }
    for (let skill = 0; skill < asked.length; skill += 1)
      if (credit[skill] === 0 && (near & bits[skill]!) !== 0) credit[skill] = RELATED_CREDIT
    return work
  }
  return { credit, read }
}

/** Some thirty categories are known in all, so those asked for fit into the bits of one number. */
function categoryBits({ categories }: Pool, asked: Compiled['asked']) {
  const bitOf = new Int32Array(categories.texts.length)
  const distinct = [...new Set(asked.map(({ category }) => category))].filter((category) => category !== 0)
  if (distinct.length > 31) throw new Error('more categories of skills are asked for than bits are there')
  distinct.forEach((category, at) => {
    bitOf[category] = 1 << at
  })
  return { bitOf, bits: asked.map(({ category }) => bitOf[category]!) }
}

function creditOf(fact: number, asked: number | undefined): number {
  if ((fact & 1) === 1) return MENTIONED_CREDIT
  if (asked === undefined || asked <= 0) return 1
  const tenths = fact >>> 3
  if (tenths === UNKNOWN_YEARS) return LEVEL_CREDIT[LEVELS[((fact >>> 1) & 3) - 1] ?? 'UNKNOWN']
  const years = tenths / 10
  return years >= asked ? 1 : Math.max(RELATED_CREDIT, years / asked)
}
