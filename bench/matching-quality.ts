/**
 * How well people are ranked for openings, against the labelled set of `bench/sets/matching`: `npm run bench --
 * matching-quality`. nDCG@10 and recall@50 of the product's ranker, of BM25 and of plain skills overlap, the two halves
 * apart. Only the open half may be looked at while the ranker is changed.
 */
import { ndcg } from '../src/engines/matching/index.ts'
import { ours, overlap, words, type Ranker } from './matching-quality/rankers.ts'
import { handQuestions, madeQuestions, type Half, type Question } from './matching-quality/set.ts'

const print = (line: string) => void process.stdout.write(`${line}\n`)
const rankers: Record<string, Ranker> = { ranker: ours, BM25: words, 'skills overlap': overlap }
/** From this grade on somebody is worth a call. */
const relevant = 2

/** The share of those worth a call who stand among the first fifty; undefined where nobody is. */
function recall(ranking: readonly string[], { grades }: Question): number | undefined {
  const wanted = [...grades].filter(([, grade]) => grade >= relevant).map(([id]) => id)
  const first = new Set(ranking.slice(0, 50))
  return wanted.length === 0 ? undefined : wanted.filter((id) => first.has(id)).length / Math.min(50, wanted.length)
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

/** Half the width of a 95% interval of the mean over openings. */
function spread(values: readonly number[]): number {
  const middle = mean(values)
  return 1.96 * Math.sqrt(mean(values.map((one) => (one - middle) ** 2)) / (values.length - 1))
}

function measure(title: string, questions: readonly Question[], withRecall: boolean): void {
  print(`\n${title}: ${questions.length} openings`)
  print(`${''.padEnd(16)}   nDCG@10          ${withRecall ? 'recall@50' : ''}`)
  for (const [name, rank] of Object.entries(rankers)) {
    const rankings = questions.map(rank)
    const gains = questions.map(({ grades }, at) => ndcg({ ranking: rankings[at]!, grades, depth: 10 }))
    const found = questions.flatMap((question, at) => recall(rankings[at]!, question) ?? [])
    const shown = withRecall ? `${mean(found).toFixed(3)} ± ${spread(found).toFixed(3)}` : ''
    print(`${name.padEnd(16)}   ${mean(gains).toFixed(3)} ± ${spread(gains).toFixed(3)}    ${shown}`)
  }
}

const halves: readonly [Half, string][] = [
  ['OPEN', 'open half'],
  ['HELD', 'held-out half'],
]
for (const [half, said] of halves) {
  measure(`${said}, by rules (640 people)`, madeQuestions(half), true)
  // Eleven people each: everybody stands among the first fifty.
  measure(`${said}, by hand (11 people each)`, handQuestions(half), false)
}
