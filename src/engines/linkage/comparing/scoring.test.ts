import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidateScorer } from '../blocking/candidate-scorer.ts'
import { candidatesOf, everything, stretchesOf } from '../blocking/candidates.ts'
import { cluster } from '../clusters/clusters.ts'
import { withoutCopies } from '../clusters/copies.ts'
import { evaluate } from '../clusters/evaluation.ts'
import { blocksOf, learn } from '../linking.ts'
import { LinkageModel, modelFor } from '../training/model.ts'
import { scorerOf } from './scorer.ts'
import { shippedModels } from '../training/shipped-models.ts'
import { aDataset, someApplicants, wronglyRuledOut } from '../testing.ts'
import { waterfall } from './waterfall.ts'

const { table, persons } = someApplicants(400)
const dataset = aDataset(table)
const blocks = blocksOf(dataset)
const model = learn(dataset, blocks)
const scorer = scorerOf(dataset, model)
const record = fc.nat({ max: dataset.size - 1 })

test('a pair weighs the same in either order', () => {
  fc.assert(fc.property(record, record, (one, other) => scorer.score(one, other) === scorer.score(other, one)))
})

test('a record matches itself at least as well as it matches any other', () => {
  fc.assert(fc.property(record, record, (one, other) => scorer.score(one, one) >= scorer.score(one, other) - 1e-9))
})

const whole = everything(blocks.index)

test('a whole file is scored as its pairs are, each pair that shares a block once', () => {
  const { edges, compared } = candidateScorer({ dataset, index: blocks.index, model, least: -100 })(whole)
  expect(edges.count).toBe(compared)
  const found = new Set(Array.from({ length: edges.count }, (_, at) => `${edges.one[at]} ${edges.other[at]}`))
  const earlierOf = candidatesOf(blocks.index, dataset.size)
  const expected = Array.from({ length: dataset.size }, (_, one) => one).flatMap((one) => {
    const { candidates, count } = earlierOf(one)
    return Array.from(candidates.subarray(0, count), (earlier) => `${earlier} ${one}`)
  })
  expect(found).toEqual(new Set(expected))
  expect(found.size).toBe(edges.count)
  for (let edge = 0; edge < edges.count; edge++)
    // To the last bit of what is kept, in 32 bits.
    expect(edges.weights[edge]).toBe(Math.fround(scorer.score(edges.one[edge]!, edges.other[edge]!)))
})

test('what weighs enough is never ruled out, whatever enough is', () => {
  const latin = aDataset([
    ['first name', 'surname', 'dob', 'suburb', 'postcode', 'age'],
    ...['Bill|William|Will', 'Liz|Elizabeth|E', 'Anna|Ann|Joan Anna', 'Raj|Rajiv|'].flatMap((givens, at) =>
      givens
        .split('|')
        .flatMap((given) =>
          ['Smith', 'Smyth', 'Anna', 'OBrien', ''].map((family, nth) => [
            given,
            family,
            `19${60 + at}-0${nth + 1}-1${at}`,
            ['North Sydney', 'Sydney', 'Richmond', ''][(at + nth) % 4]!,
            `20${at}${nth}`,
            String(30 + nth),
          ]),
        ),
    ),
  ])
  const writings =
    '山田 太郎|山田太郎|ヤマダ タロウ|YAMADA Taro|Taro Yamada|山田 タロウ|太郎 山田|山本 太朗|ヤマモト タロー|Yamamoto Tarou|山田|タロウ|林 一|ハヤシ ハジメ|HAYASHI Ichi|李 偉|Li Wei|Wei Li|王 偉|伊 伊|イ イ|'.split(
      '|',
    )
  const scripts = aDataset([
    ['氏名', 'フリガナ', '旧姓', '生年月日', 'メールアドレス'],
    ...writings.flatMap((name, at) =>
      ['', 'ヤマダ タロウ', 'ハヤシ ハジメ'].map((kana, nth) => [
        name,
        kana,
        ['', '山田', '林'][(at + nth) % 3]!,
        `198${nth}-0${1 + (at % 9)}-11`,
        `taro${at % 4}@mail${nth}.example`,
      ]),
    ),
  ])
  // One writing read in several ways: the names are the same all the same.
  const readings = aDataset([
    ['氏名', 'フリガナ', '生年月日', 'メールアドレス'],
    ...'河野 由紀子|河野 裕子|菅野 裕子|菅野 由紀子|河野 真理'
      .split('|')
      .flatMap((name, at) =>
        'コウノ ユキコ|カワノ ヒロコ|スガノ ユウコ|カンノ ヒロコ|コウノ ユウコ|カワノ マリ'
          .split('|')
          .map((kana, nth) => [name, kana, `198${nth}-0${1 + at}-11`, `taro${at % 4}@mail${nth}.example`]),
      ),
  ])
  for (const [some, weights] of [
    [dataset, model],
    [scripts, modelFor(scripts)],
    [readings, modelFor(readings)],
    [readings, modelFor(readings, shippedModels.japanese)],
    [scripts, modelFor(scripts, shippedModels.japanese)],
    [latin, modelFor(latin)],
  ] as const) {
    for (const least of [-25, -12, -6.6, -3, 0, 9, 25]) expect(wronglyRuledOut(some, weights, least)).toEqual([])
  }
})

test('stretches of a file find what the whole finds, each pair once', () => {
  const score = candidateScorer({ dataset, index: blocks.index, model, least: 0 })
  const once = candidateScorer({ dataset, index: blocks.index, model, least: 0 })(whole).edges
  const { stretches } = stretchesOf(blocks.index, 7)
  expect(stretches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))).toEqual(
    Array.from({ length: whole.to }, (_, at) => at),
  )
  const parts = stretches.toReversed().map((stretch) => score(stretch).edges)
  const keys = parts.flatMap(({ count, one, other }) =>
    Array.from({ length: count }, (_, at) => `${one[at]}-${other[at]}`),
  )
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys.length).toBe(once.count)
})

test('a better level of a ladder never weighs less than a worse one', () => {
  for (const { id, levels } of model.comparisons) {
    const rungs = levels.filter(({ ladder }) => ladder).map(({ m, u }) => Math.log2(m / u))
    for (const [at, weight] of rungs.entries())
      if (at > 0) expect(weight, id).toBeLessThanOrEqual(rungs[at - 1]! + 1e-6)
  }
})

test('the steps of a waterfall and its prior add up to the weight of the pair', () => {
  fc.assert(
    fc.property(record, record, (one, other) => {
      const { weight } = waterfall(scorer, model, one, other)
      expect(weight).toBeCloseTo(scorer.score(one, other), 6)
    }),
  )
})

test('a model is the same after it was stored', () => {
  expect(LinkageModel.parse(JSON.parse(JSON.stringify(model)))).toEqual(model)
  expect(modelFor(dataset, model).comparisons).toEqual(model.comparisons)
})

test('without any label the applicants are told apart', () => {
  const { edges } = candidateScorer({ dataset, index: blocks.index, model, least: -6 })(whole)
  const { clusters } = cluster(dataset.size, edges, scorer, { threshold: 0, largest: 400 })
  expect(evaluate(clusters, persons).pairs.f1).toBeGreaterThan(0.95)
})

test('a household that shares its family name, telephone and mail stays several people', () => {
  const household = aDataset([
    ...table,
    ['高橋 健太', 'タカハシ ケンタ', '', 'home@mail.example', '09011112222'],
    ['高橋 花子', 'タカハシ ハナコ', '', 'home@mail.example', '09011112222'],
  ])
  const { score } = scorerOf(household, modelFor(household, model))
  expect(score(household.size - 1, household.size - 2)).toBeLessThan(0)
})

test('rows alike in everything stand as one', () => {
  const copied = aDataset([...table, table[1]!, table[1]!])
  const { copies, original } = withoutCopies(copied)
  expect(copies).toBeGreaterThanOrEqual(2)
  expect(original[copied.size - 1]).toBe(original[0])
})

test('who of a household has another birth, and no given name written, is nobody else of it', () => {
  const home = ['5 Jones Drive', 'Norwich', '30399', '020 7390 3844']
  const dataset = aDataset([
    ['first name', 'surname', 'dob', 'street', 'town', 'postcode', 'phone', 'email'],
    ...Array.from({ length: 60 }, (_, at) => [
      `Ann${at}`,
      `Lee${at}`,
      '',
      `${at} Hill Road`,
      'Derby',
      String(10_000 + at),
      '',
      '',
    ]),
    ['', 'Halhurst', '1977-07-04', ...home, ''],
    ['Ellen', 'Halhurst', '1968-10-19', ...home, ''],
    ['', 'Halhurst', '1977-07-04', ...home, 'ellen.h@mail.example'],
    ['E', 'Halhurst', '1968-10-19', ...home, 'ellen.h@mail.example'],
  ])
  const { score } = scorerOf(dataset, modelFor(dataset))
  expect(score(60, 61)).toBeLessThan(0)
  expect(score(62, 63)).toBeGreaterThan(score(60, 61) + 5)
})

test('a name turned round is as rare as the name itself, in one record or in both', () => {
  const given = ['Violet', 'Henry', 'Alice', 'George']
  const family = ['Smith', 'Jones', 'Brown', 'Taylor', 'Quelch']
  const rows = Array.from({ length: 200 }, (_, at) => [given[at % 4]!, family[at % 17 === 0 ? 4 : at % 4]!])
  const turned = [['Smith', 'Violet'], ['Smith', 'Violet'], ['Quelch', 'Violet']] // prettier-ignore
  const dataset = aDataset([['first_name', 'surname'], ...rows, ...turned])
  const { score, prior } = scorerOf(dataset, modelFor(dataset))
  const usual = rows.findIndex(([first, last]) => first === 'Violet' && last === 'Smith')
  const rare = rows.findIndex(([first, last]) => first === 'Violet' && last === 'Quelch')
  // Both turned: hardly likelier one person than two records of the common name in its order.
  expect(score(200, 201)).toBeLessThan(score(usual, usual + 4) + 2)
  // One turned: by what was met in the other place, and the turning is paid for once.
  expect(score(202, rare)).toBe(score(rare, 202))
  expect(score(202, rare)).toBeGreaterThan(score(200, usual) + 2)
  expect(score(202, rare)).toBeGreaterThan(prior)
})
