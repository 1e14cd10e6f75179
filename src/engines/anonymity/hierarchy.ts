export type Cell = string | number | readonly string[] | null

/** What stands where a value was withdrawn. */
export const SUPPRESSED = '*'

/**
 * How a column is coarsened, step by step. `levels[0]` is what is published at best; a last step to `*` always follows.
 * Each level must only ever join values of the level before it (a tree), or coarsening could split a class again.
 */
export interface Hierarchy {
  readonly levels: readonly { readonly name: string; readonly of: (value: Cell) => string }[]
}

const UNKNOWN = '不明'

/** Ages to 5-year bands, then 10, then 20. */
export const ageHierarchy: Hierarchy = bands('age', [5, 10, 20], (low, width) => `${low}-${low + width - 1}`)

/** Yearly salary in yen to bands of 1, 2 and 4 million. */
export const salaryHierarchy: Hierarchy = bands('salary', [1_000_000, 2_000_000, 4_000_000], (low, width) => {
  return `${low / 10_000}-${(low + width) / 10_000}万円`
})

/** ISO dates to quarters, then years. */
export const dateHierarchy: Hierarchy = {
  levels: [
    { name: 'quarter', of: known((value) => `${year(value)}-Q${Math.ceil(Number(String(value).slice(5, 7)) / 3)}`) },
    { name: 'year', of: known(year) },
  ],
}

/** JIS X 0401 prefecture codes to themselves, the eight regions, then east and west Japan. */
export const prefectureHierarchy: Hierarchy = {
  levels: [
    { name: 'prefecture', of: known(String) },
    { name: 'region', of: known(regionOf) },
    { name: 'half', of: known((value) => (Number(value) <= 23 ? '東日本' : '西日本')) },
  ],
}

/** The employer itself is never published: its industry and size, then its industry. */
export function employerHierarchy(
  describe: (employer: string) => { readonly industry: string; readonly size: string } | undefined,
): Hierarchy {
  const part = (of: (found: { industry: string; size: string }) => string) =>
    known((value) => {
      const found = describe(String(value))
      return found ? of(found) : UNKNOWN
    })
  return {
    levels: [
      { name: 'industry-and-size', of: part(({ industry, size }) => `${industry} ${size}`) },
      { name: 'industry', of: part(({ industry }) => industry) },
    ],
  }
}

/** Skill lists to the set of their groups, then to the first group by name; unknown skills are left out. */
export function skillHierarchy(groupOf: (skill: string) => string | undefined): Hierarchy {
  const groups = (value: Cell): string[] => {
    const skills = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
    return [...new Set(skills.flatMap((skill) => groupOf(skill) ?? []))].toSorted()
  }
  return {
    levels: [
      { name: 'groups', of: known((value) => groups(value).join(', ') || UNKNOWN) },
      { name: 'main-group', of: known((value) => groups(value)[0] ?? UNKNOWN) },
    ],
  }
}

/** For columns that are coarse already (an employment type): as they are, or withdrawn. */
export const asIsHierarchy: Hierarchy = { levels: [{ name: 'as-is', of: known(String) }] }

function bands(name: string, widths: readonly number[], label: (low: number, width: number) => string): Hierarchy {
  return {
    levels: widths.map((width) => ({
      name: `${name}-band-${width}`,
      of: known((value) => {
        const number = Number(value)
        return Number.isFinite(number) ? label(Math.floor(number / width) * width, width) : UNKNOWN
      }),
    })),
  }
}

function known(of: (value: Exclude<Cell, null>) => string): (value: Cell) => string {
  return (value) => (value === null || value === '' ? UNKNOWN : of(value))
}

function year(value: Cell): string {
  return String(value).slice(0, 4)
}

const REGION_STARTS: readonly (readonly [first: number, region: string])[] = [
  [1, '北海道'],
  [2, '東北'],
  [8, '関東'],
  [15, '中部'],
  [24, '近畿'],
  [31, '中国'],
  [36, '四国'],
  [40, '九州・沖縄'],
]

/** The eight regions of common use; 三重 (24) counts to 近畿. */
export function regionOf(prefecture: Cell): string {
  const code = Number(prefecture)
  if (!(code >= 1 && code <= 47)) return UNKNOWN
  return REGION_STARTS.findLast(([first]) => code >= first)?.[1] ?? UNKNOWN
}
