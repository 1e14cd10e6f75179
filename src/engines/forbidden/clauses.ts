/**
 * Where one thing that is said ends and the next begins: after a verb or a particle with a comma, and after what joins a
 * circumstance to what was done in it ("透析を受けながら｜事務職員として勤務"). A comma after a noun lists ("離婚、相続の案件").
 */
const joints =
  /(?<=[\p{Script=Hiragana}])[、，;；]|[、，;；](?=[^、，。]{0,12}[はが](?!ん))|(?:ながら|つつ|のち|ため(?!の|池)|により(?!そ)|に伴い|を(?:機|契機)に|を経て|を理由に|をきっかけに|(?:出産|離婚|結婚|離別|死別|出所|退院|手術|復帰|帰化)後)|;|,\s|\s(?=(?:while|whilst|then|due to|owing to|because|after|before|when|since|during|until|and (?:joined|returned|came|then|was|now))\b)/giu

/** The part of a sentence in which the words at `from` to `to` stand, together with what qualifies them there. */
export function clauseAt(sentence: string, { from, to }: { from: number; to: number }): string {
  let begin = 0
  for (const { 0: joint, index } of sentence.matchAll(joints)) {
    const end = index + joint.length
    if (end <= from) begin = end
    else if (index >= to) return sentence.slice(begin, index)
  }
  return sentence.slice(begin)
}
