/**
 * Prefectures between which many commute every day: those of the 関東, 近畿, 中京 and 北九州・福岡 大都市圏 of the population
 * census (総務省統計局「国勢調査」), by their codes. Elsewhere the own prefecture stands alone.
 */
const AREAS: readonly (readonly string[])[] = [
  ['11', '12', '13', '14'],
  ['26', '27', '28', '29'],
  ['21', '23', '24'],
  ['40', '41'],
]

/** The other prefectures that somebody who lives in this one can be expected to reach; whether they would is asked. */
export function commutingArea(prefecture: string): readonly string[] {
  return AREAS.find((area) => area.includes(prefecture))?.filter((other) => other !== prefecture) ?? []
}
