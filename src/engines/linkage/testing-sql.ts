import type { Dataset } from './reading/dataset.ts'
import type { ComparisonModel, LinkageModel } from './training/model.ts'
import { textOf } from './reading/texts.ts'

/**
 * The score as SQL in the manner of Splink, written from the model alone: a table of the normal forms, levels as CASE,
 * weights by level and by how common a value is, what follows from other evidence, the rule for households. It shares no
 * code with the scorer. For ASCII: DuckDB's distances work on bytes (duckdb/duckdb issue 25113).
 */
export function sqlOracle(dataset: Dataset, model: LinkageModel): { table: string[]; scores: string } {
  return { table: tableOf(dataset), scores: scoresOf(dataset, model) }
}

/** A number as a DOUBLE: without an exponent it would be a DECIMAL. */
const exactly = (number: number): string => number.toExponential()

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

function tableOf({ size, names, columns }: Dataset): string[] {
  const rows = Array.from({ length: size }, (_, record) => {
    const name = names ? [names.family[record]!, names.given[record]!].map((code) => textOf(names.texts, code)) : []
    return `(${[String(record), ...[...name, ...columns.map(({ codes, texts }) => textOf(texts, codes[record]!))].map(quoted)].join(', ')})`
  })
  const ids = ['family', 'given', ...columns.map(({ id }) => id)]
  return [
    ...macros,
    `create table r as select * from (values ${rows.join(',\n')}) as given (id, ${ids.map((id) => `"${id}"`).join(', ')})`,
    ...ids.map(
      (id) => `create table "n ${id}" as select "${id}" as v, count(*) as n from r where "${id}" <> '' group by 1`,
    ),
    `create table "n any" as select v, sum(n) as n from (select * from "n family" union all select * from "n given") group by 1`,
  ]
}

const macros = [
  `create macro prefix4(a, b) as case when left(a, 1) <> left(b, 1) then 0 when left(a, 2) <> left(b, 2) or least(length(a), length(b)) < 2 then 1 when left(a, 3) <> left(b, 3) or least(length(a), length(b)) < 3 then 2 when left(a, 4) <> left(b, 4) or least(length(a), length(b)) < 4 then 3 else 4 end`,
  `create macro jw(a, b) as jaro_similarity(a, b) + 1e-1 * prefix4(a, b) * (1 - jaro_similarity(a, b))`,
  `create macro part(a, b) as case when a = '' or b = '' then 0 when a = b then 1
    when jw(a, b) >= 0.92 or (least(length(a), length(b)) >= 4 and damerau_levenshtein(a, b) <= 1) then 3
    when jw(a, b) >= 0.8 or (least(length(a), length(b)) >= 5 and damerau_levenshtein(a, b) <= 2) then 4 else 7 end`,
  `create macro parts(a, b) as (left(a, 4) = left(b, 4))::int + (substr(a, 5, 2) = substr(b, 5, 2))::int + (right(a, 2) = right(b, 2))::int`,
  `create macro date_level(a, b) as case when right(a, 4) = '0000' or right(b, 4) = '0000' then greatest(3, 5 - greatest(0, 2 - abs(left(a, 4)::int - left(b, 4)::int)))
    when left(a, 4) = left(b, 4) and substr(a, 5, 2) = right(b, 2) and right(a, 2) = substr(b, 5, 2) then 2
    when damerau_levenshtein(a, b) <= 1 then 2 when parts(a, b) = 2 then 3 when left(a, 4) = left(b, 4) then 4
    when damerau_levenshtein(a, b) <= 2 and parts(a, b) = 1 then 4 else 5 end`,
  `create macro number_behind(a) as regexp_extract(a, '[0-9]+$')`,
  `create macro numbered_apart(a, b) as least(length(number_behind(a)), length(number_behind(b))) >= 2
    and length(a) - length(number_behind(a)) >= 3 and regexp_replace(a, '[0-9]+$', '') = regexp_replace(b, '[0-9]+$', '')
    and (damerau_levenshtein(number_behind(a), number_behind(b)) > 1 or (greatest(length(number_behind(a)), length(number_behind(b))) = 2
      and number_behind(a) not in (number_behind(b), reverse(number_behind(b)))))`,
  `create macro mail_level(a, b) as case when length(split_part(a, '@', 1)) >= 4 and split_part(a, '@', 1) = split_part(b, '@', 1) then 2
    when least(length(split_part(a, '@', 1)), length(split_part(b, '@', 1))) < 4 and split_part(a, '@', 1) <> split_part(b, '@', 1) then 5
    when jw(a, b) < 0.85 or numbered_apart(split_part(a, '@', 1), split_part(b, '@', 1)) then 5 when damerau_levenshtein(a, b) <= 2 or jw(a, b) >= 0.95 then 3 else 4 end`,
  `create macro phone_level(a, b) as case when damerau_levenshtein(a, b) <= 1 then 2
    when length(a) <> length(b) and least(length(a), length(b)) >= 7 and right(a, 7) = right(b, 7) then 2 else 3 end`,
  `create macro code_level(a, b) as case when least(length(a), length(b)) >= 3 and damerau_levenshtein(a, b) <= 1 then 2
    when least(length(a), length(b)) >= 6 and damerau_levenshtein(a, b) <= 2 then 3
    when least(length(a), length(b)) >= 4 and left(a, ceil(least(length(a), length(b)) / 2)::int) = left(b, ceil(least(length(a), length(b)) / 2)::int) then 3 else 4 end`,
  `create macro category_level(a, b) as 2`,
]

/** Weights beyond this are capped. */
const mostBits = 24

function scoresOf({ size, columns }: Dataset, model: LinkageModel): string {
  const ids = ['family', 'given', ...columns.map(({ id }) => id)]
  const of = (id: string) => model.comparisons.find((one) => one.id === id)!
  const pairs = (size * (size - 1)) / 2
  const odds = Math.min((model.pairsPerRecord * size) / pairs, 0.5)
  const chance = (n: string, off: number, least: number) =>
    `least(log2(greatest(${n} - ${off}, ${least}) / ${size}), -1e-6)::float::double`
  const any = (part: string) =>
    `least(log2(greatest((select max(n) from "n any" where v in (l."${part}", r."${part}")), 0.5) / ${size}), -1e-6)::float::double`
  const columnLevel = ({ id, kind }: ComparisonModel) =>
    `case when l."${id}" = '' or r."${id}" = '' then 0 when l."${id}" = r."${id}" then 1 else ${kind}_level(l."${id}", r."${id}") end`
  const columnChance = ({ id, kind }: ComparisonModel) =>
    kind === 'date'
      ? `case when "l ${id}" = 1 then (select ${dateChance(id, size)} from "n ${id}" own where v = l."${id}") else 0e0 end`
      : `case when "l ${id}" = 1 then (select ${chance('n', 2, kind === 'mail' || kind === 'phone' || kind === 'code' ? 0.1 : 0.5)} from "n ${id}" where v = l."${id}") else 0e0 end`
  const raw = (part: string, text: string) =>
    `least(log2(greatest(coalesce((select n from "n ${part}" where v = ${text}), 0) - 1, 0.5) / ${size}), -1e-6)`
  const met = (one: string, other: string) =>
    `least(log2(greatest((select max(n) from "n any" where v in (l.${one}, r.${other})), 0.5) / ${size}), -1e-6)`
  // Exact in an order that hardly any name has: as common as in the other one. Crosswise: what was met, half and half.
  const turnedRound = `"l family" = 1 and "l given" = 1 and ${raw('given', 'l.family')} + ${raw('family', 'l.given')} > ${raw('family', 'l.family')} + ${raw('given', 'l.given')} + 2`
  const nameChance = (id: string) => {
    const other = id === 'family' ? 'given' : 'family'
    return `case when ${turnedRound} then ${raw(id, `l.${other}`)}::float::double
      when "l family" = 6 and "l given" = 6 then ((${met('family', 'given')} + ${met('given', 'family')}) / 2)::float::double
      when "l ${id}" = 1 then ${raw(id, `l.${id}`)}::float::double when "l ${id}" = 6 then ${any(id)} else 0e0 end`
  }
  const moved = Math.min(6, Math.max(0, -Math.log2(of('given').levels[5]!.m)))
  const listed = (make: (id: string) => string) => ids.map(make).join(',\n')
  return `with straight as (
      select l.id as one, r.id as other, part(l.family, r.family) as f, part(l.given, r.given) as g,
        l.family <> '' and l.family = r.given as swapped, l.given <> '' and l.given = r.family as crossed,
        part(l.given, r.family) as gf, part(l.family, r.given) as fg
      from r l join r on l.id < r.id
    ), named as (
      select *, case when (f > 3 or g > 3) and f <> 1 and g <> 1 and (swapped or crossed) then 'ONE'
        when f = 7 and g = 7 and gf between 1 and 3 and fg between 1 and 3 then 'BOTH' else '' end as turned,
        case when swapped then gf else fg end as fellow
      from straight
    ), levels as (
      select one, other, case when turned = '' then f else 6 end as "l family",
        case turned when '' then g when 'BOTH' then 6 else (case when fellow = 0 or fellow > 3 then fellow else 6 end) end as "l given"
        ${columns.map(({ id }) => `, ${columnLevel(of(id))} as "l ${id}"`).join('\n')}
      from named join r l on l.id = one join r on r.id = other
    ), chances as (
      select levels.*, ${ids.map((id) => `${id === 'family' || id === 'given' ? nameChance(id) : columnChance(of(id))} as "c ${id}"`).join(',\n')}
      from levels join r l on l.id = one join r on r.id = other
    ), own as (
      select *, ${listed((id) => `${ownWeight(of(id), size)} as "o ${id}"`)} from chances
    ), known as (
      select *, ${listed((id) => `${knownWeight(id, ids, moved)} as "k ${id}"`)} from own
    ), told as (
      select *, ${listed((id) => `${toldWeight(of(id), of)} as "w ${id}"`)} from known
    ), summed as (
      select *, ${ids.map((id) => `"w ${id}"`).join(' + ')} as total from told
    )
    select one, other, ${exactly(Math.log2(odds / (1 - odds)))} + case when ("l given" = 7
      and not ("l birthDate" = 2 or ("l birthDate" = 1 and "c birthDate" <= ${exactly(Math.log2(Math.max(0.005, 1 / size)))})))
      or ("l given" in (0, 5) and "l birthDate" = 5 and "l mail" not between 1 and 3)
      then least(total, 5) else total end as score, ${ids.map((id) => `"l ${id}"`).join(', ')}
    from summed order by one, other`
}

/** A date is as common as its year and its day of the year together, unless more than one person's rows hold it. */
function dateChance(id: string, size: number): string {
  const held = (from: number, to: number) =>
    `((select sum(n) from "n ${id}" other where v[${from}:${to}] = own.v[${from}:${to}]) - n + 0.5e0)`
  const expected = `${held(1, 4)} * ${held(5, 8)} / (select sum(n) from "n ${id}")`
  const strangers = `case when v[5:8] = '0000' then greatest(n - 2, 0.5e0) else greatest(${expected}, n - 20, 0.02e0) end`
  return `least(log2((${strangers}) / ${size}), -1e-6)::float::double`
}

const ownWeight = ({ id, levels, rarer = [] }: ComparisonModel, size: number): string =>
  `least(${mostBits}, case "l ${id}" when 0 then 0e0 ${levels
    .map(({ m, u, frequent }, at) => {
      const weight = exactly(Math.log2(m / u))
      const shown = frequent
        ? `case when "c ${id}" < 0 then ${exactly(Math.log2(m))} - "c ${id}" + ${rarerSql(id, rarer, size)} else ${weight} end`
        : weight
      return `when ${at + 1} then ${shown}`
    })
    .join(' ')} end)`

/** The bits between the knots of `rarer`, straight from each to the next; below the first they run out. */
function rarerSql(id: string, rarer: readonly number[], size: number): string {
  if (rarer.length === 0) return '0e0'
  const place = `("c ${id}" + ${exactly(Math.log2(size))})`
  const steps = rarer.slice(1).map((bits, knot) => {
    const rise = `${exactly(bits - rarer[knot]!)} * (${place} - ${knot})`
    return `when ${place} < ${knot + 1} then ${exactly(rarer[knot]!)} + ${rise}`
  })
  return `case when ${place} < 0 then greatest(0e0, ${exactly(rarer[0]!)} + ${place}) ${steps.join(' ')} else ${exactly(rarer.at(-1)!)} end`
}

/** What is known to be told twice: that a name stands in the other order by both its parts, the gender by the given name, a like address by it, a region by the places in it. */
function knownWeight(id: string, ids: readonly string[], moved: number): string {
  const own = `"o ${id}"`
  if (id === 'given')
    return `case when "l family" = 6 and "l given" = 6 then ${own} + ${exactly(moved)} else ${own} end`
  if (id === 'gender') return `case when ${own} > 0 and "l given" between 1 and 3 then ${own} * 1e-1 else ${own} end`
  if (id === 'mail')
    return `case when ${own} > 0 and "l mail" >= 2 and "l given" between 1 and 3 then ${own} * 5e-1 else ${own} end`
  const places = ids.filter((one) => /^(?:place|postcode|street)\d?$/.test(one)).map((one) => `"l ${one}" = 1`)
  if (id !== 'region' || places.length === 0) return own
  return `case when ${own} > 0 and (${places.join(' or ')}) then ${own} * 2.5e-1 else ${own} end`
}

function toldWeight(comparison: ComparisonModel, of: (id: string) => ComparisonModel): string {
  const { id, levels, follows = [] } = comparison
  const before = `"k ${id}"`
  if (follows.length === 0) return before
  const told = follows.map((one) => {
    const cases = one.beside.flatMap((shares, on) =>
      shares.map((_, at) => {
        const { m, u, ladder } = levels[at]!
        // A worse level of a ladder weighs no more than a better one, or than nothing.
        const rungs = shares.slice(0, at + 1).filter((__, rung) => ladder && levels[rung]!.ladder)
        const weights = rungs.map((rung) => Math.log2(rung.m / rung.u))
        const bits = ladder
          ? weights.reduce((most, weight) => Math.min(Math.max(most, 0), weight), Infinity)
          : Math.log2(shares[at]!.m / shares[at]!.u)
        const lost = exactly(Math.max(0, Math.log2(m / u) - bits))
        const usual = `greatest(${before} - ${lost}, least(${before}, ${exactly(bits)}))`
        const less = at === 0 ? lessInCommon(comparison, shares[0]!, { usual, other: of(one.on) }) : usual
        const raised =
          at > 0
            ? `case when "k ${one.on}" <= 0 then greatest(${before}, ${exactly(Math.min(bits, 0))}) else ${before} end`
            : before
        return `when "l ${one.on}" = ${on + 1} and "l ${id}" = ${at + 1} then case when ${before} > 0 then ${less} else ${raised} end`
      }),
    )
    return cases.length > 0 ? `case ${cases.join(' ')} else ${before} end` : before
  })
  return `case when ${before} > 0 then least(${told.join(', ')}, ${before}) else greatest(${told.join(', ')}, ${before}) end`
}

/** A value that different people have in common, whatever it is, weighs no more than that lets it; and agreeing in the other thing adds at least nothing. */
function lessInCommon(
  { id, levels }: ComparisonModel,
  equal: { m: number; u: number },
  { usual, other }: { usual: string; other: ComparisonModel },
): string {
  const [before, { m, u }] = [`"k ${id}"`, levels[0]!]
  const share = (equal.u - u) / (1 - u)
  if (share < 0.01) return usual
  const worst = Math.min(0, ...other.levels.map((level) => Math.log2(level.m / level.u)))
  const shared = `${exactly(Math.log2(equal.m))} - log2(${exactly(share)} + ${exactly(1 - share)} * power(2e0, ${exactly(Math.log2(m))} - ${before}))`
  const most = `${before} - greatest(0e0, "k ${other.id}" - ${exactly(worst)})`
  return `case when "c ${id}" < 0 then least(${usual}, greatest(${shared}, ${most})) else ${usual} end`
}
