import type { Format } from '../../../../ui/text/format.ts'

/** Never quite certain: what rounds to 100 % is told as above 99.9 %. */
export function probabilityText(probability: number, format: Format): string {
  return probability >= 0.9995 ? `> ${format.percent(0.999)}` : format.percent(probability)
}

/** How much a comparison speaks for (+) or against (−); what rounds to nothing has no sign. */
export const bitsText = (bits: number, format: Format): string =>
  format.number(bits, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
