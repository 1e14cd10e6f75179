import { commutingArea } from '../../src/engines/matching/commuting.ts'
import {
  canonicalSkill,
  DEFAULT_WEIGHTS,
  workOf,
  type Candidate,
  type Opening,
} from '../../src/engines/matching/index.ts'
import {
  dayNumber,
  FRESHNESS_HALF_LIFE_DAYS,
  SIGNAL_HALF_LIFE_DAYS,
  SIGNAL_SHARE,
  STAGE_SHARE,
  weightsAsked,
} from '../../src/engines/matching/score.ts'
import { LEVEL_CREDIT, RELATED_CREDIT, skillProfile } from '../../src/engines/matching/codes/skill-fit.ts'
import { relatedCategory } from '../../src/engines/matching/codes/skills.ts'
import { PAST_WORK_SHARE, WORK_CODES, workCloseness } from '../../src/engines/matching/codes/work.ts'
import { asOf } from './people.ts'

/** Texts as the numbers that the table holds. */
const known = new Map<string, number>()
const numberOf = (text: string): number => {
  const found = known.get(text)
  if (found !== undefined) return found
  known.set(text, known.size + 1)
  return known.size
}
const categories: string[] = []
const bitOf = (category: string | undefined): number => {
  if (category === undefined) return 0
  if (!categories.includes(category)) categories.push(category)
  return 1 << categories.indexOf(category)
}
const array = (values: readonly number[]) => `{${[...new Set(values)].join(',')}}`
const OPEN = 0
const WELCOME = -1
const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE']

/** One person as a line of COPY. */
export function rowOf(candidate: Candidate): string {
  const { prefecture, willingPrefectures, remoteWish, occupations, employmentTypes, skills, roles = [] } = candidate
  const places = [prefecture, ...(willingPrefectures ?? [])].flatMap((code) => (code ? [Number(code)] : []))
  const isOpen = willingPrefectures === undefined || prefecture === undefined
  const near = isOpen ? [OPEN] : commutingArea(prefecture).map(Number)
  const onsite = remoteWish === 'ONLY' ? [] : [...places, ...near]
  const remote = remoteWish === 'NO' ? onsite : [WELCOME]
  const held = [...skillProfile(skills).held]
  const bits = held.reduce((all, [skill]) => all | bitOf(relatedCategory(skill)), 0)
  const works = (isPast: boolean) =>
    roles.filter((role) => (role.isPast ?? false) === isPast).flatMap(({ title }) => workOf(title).map(numberOf))
  const english = candidate.languages?.find(({ language }) => language === 'en')?.level
  const [signal] = candidate.signals
  const stage = candidate.stageReached === undefined ? 0 : STAGE_SHARE[candidate.stageReached]
  const cells = [
    candidate.id,
    array(onsite),
    array(remote),
    array(occupations?.map(numberOf) ?? [OPEN]),
    array(employmentTypes?.map(numberOf) ?? [OPEN]),
    candidate.workPermit === 'NONE' ? 't' : 'f',
    candidate.blockedCompanies.length > 0 ? 't' : 'f',
    candidate.desiredSalary ?? -1,
    candidate.availableFrom === undefined ? -1 : Number(candidate.availableFrom.replaceAll('-', '')),
    english === undefined ? 9 : LEVELS.indexOf(english),
    `{${held.map(([skill]) => numberOf(skill)).join(',')}}`,
    `{${held.map(([, { years }]) => years ?? -1).join(',')}}`,
    bits,
    array(works(false)),
    array(works(true)),
    candidate.experienceYears ?? -1,
    Math.round(DEFAULT_WEIGHTS.STAGE_REACHED * stage) +
      Math.round(DEFAULT_WEIGHTS.EVALUATION * (candidate.evaluation ?? 0)),
    dayNumber(candidate.updatedAt),
    signal ? SIGNAL_SHARE[signal.kind] : 0,
    signal ? dayNumber(signal.observedAt) : 0,
  ]
  return cells.join('\t')
}

/** Half up, as JavaScript rounds. */
const points = (weight: number, share: string): string => `floor(${weight}::float8 * (${share}) + 0.5)::int`

/** One statement that filters, scores, orders and cuts. */
export function sqlFor(opening: Opening): string {
  const today = dayNumber(asOf)
  const { experienceYears = 0 } = opening
  const most = weightsAsked(opening, DEFAULT_WEIGHTS)
  const parts = [
    points(most.REQUIRED_SKILLS, meanOf(opening.requiredSkills)),
    points(most.PREFERRED_SKILLS, meanOf(opening.preferredSkills)),
    points(most.WORK, workOfPerson(opening.title ?? '')),
    points(
      most.EXPERIENCE,
      experienceYears <= 0 ? '0' : `case when experience < 0 then 0 else least(1, experience / ${experienceYears}) end`,
    ),
    'firm',
    points(most.FRESHNESS, `power(0.5::float8, greatest(0, ${today} - updated) / ${FRESHNESS_HALF_LIFE_DAYS}::float8)`),
    points(
      most.SIGNALS,
      `signal * power(0.5::float8, greatest(0, ${today} - signal_day) / ${SIGNAL_HALF_LIFE_DAYS}::float8)`,
    ),
  ]
  return `select id, ${parts.join(' + ')} as score from pool where ${conditions(opening).join(' and ')} order by score desc, id limit 50`
}

function conditions(opening: Opening): string[] {
  const asked = (values: readonly string[], as: (value: string) => number) => `'${array([OPEN, ...values.map(as)])}'`
  const classes = opening.occupations.flatMap((code) => [
    code,
    ...[...known.keys()].filter((one) => one.startsWith(`${code}-`)),
  ])
  const places = asked(opening.prefectures, Number)
  return [
    'not blocks',
    ...(opening.remoteAllowed
      ? [`remote && '${array([OPEN, WELCOME, ...opening.prefectures.map(Number)])}'`]
      : opening.prefectures.length > 0
        ? [`onsite && ${places}`]
        : []),
    ...(opening.occupations.length > 0 ? [`occupations && ${asked(classes, numberOf)}`] : []),
    ...(opening.employmentTypes.length > 0 ? [`types && ${asked(opening.employmentTypes, numberOf)}`] : []),
    ...(opening.workPermitRequired ? ['not permit_none'] : []),
    ...(opening.salaryOffered ? [`salary <= ${opening.salaryOffered.maximum}`] : []),
    ...(opening.startBy ? [`start <= ${opening.startBy.replaceAll('-', '')}`] : []),
    ...opening.languages.map(({ level }) => `english >= ${LEVELS.indexOf(level!)}`),
  ]
}

function meanOf(skills: Opening['requiredSkills']): string {
  if (skills.length === 0) return '0'
  const credits = skills.map(({ skill, years }) => {
    const name = canonicalSkill(skill)
    const at = `idx(skills, ${numberOf(name)})`
    const bit = bitOf(relatedCategory(name))
    const related = bit === 0 ? '0' : `case when near & ${bit} <> 0 then ${RELATED_CREDIT} else 0 end`
    const held =
      years === undefined
        ? '1'
        : `case when years[${at}] < 0 then ${LEVEL_CREDIT.UNKNOWN} when years[${at}] >= ${years} then 1 else greatest(${RELATED_CREDIT}, years[${at}] / ${years}::float8) end`
    return `case when ${at} > 0 then ${held} else ${related} end`
  })
  return `(${credits.map((credit) => `(${credit})::float8`).join(' + ')}) / ${skills.length}`
}

function workOfPerson(title: string): string {
  const asked = workOf(title)
  const byShare = Map.groupBy(
    WORK_CODES.filter((code) => known.has(code)),
    (code) => Math.max(...asked.map((one) => workCloseness(one, code))),
  )
  const share = (column: string) => {
    const whens = [...byShare]
      .filter(([closeness]) => closeness > 0)
      .toSorted(([a], [b]) => b - a)
      .map(([closeness, codes]) => `when ${column} && '${array(codes.map(numberOf))}' then ${closeness}`)
    return whens.length === 0 ? '0' : `case ${whens.join(' ')} else 0 end`
  }
  return `greatest((${share('work')})::float8, (${share('past')}) * ${PAST_WORK_SHARE}::float8)`
}
