import type { measures } from '../../../../contract/selection/insights.ts'

type Behind = { measure: (typeof measures)[number] } & Record<string, string | number | undefined>

/** The address of the list of people behind a number. */
export function behindHref(behind: Behind): string {
  const given = Object.entries(behind).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `/insights/people?${new URLSearchParams(given).toString()}`
}
