/**
 * Words whose mention in a note tells of what may not be collected about an applicant: 職業安定法 5条の5 and the
 * guideline to it (平成11年労働省告示第141号, 第5): race, origin, family, assets, creed, union membership.
 */
export const forbiddenTerms: readonly { kind: ForbiddenKind; pattern: RegExp }[] = [
  {
    kind: 'ORIGIN',
    pattern:
      /本籍|出生地|出身地は|部落|同和地区|生まれた場所|place of birth|ethnic(?:ity| origin)|\brace\b(?=\s*[:：])/iu,
  },
  {
    kind: 'FAMILY',
    pattern:
      /家族構成|家族の職業|家族の収入|(?:父|母|親|両親|父親|母親|夫|妻|兄|弟|姉|妹)の(?:職業|勤務先|収入|学歴|年収|病歴)|family (?:background|income)|(?:father|mother|parents?|spouse)['’]?s? (?:job|occupation|income)/iu,
  },
  { kind: 'ASSETS', pattern: /住宅状況|持ち家|借家|資産状況|借金|負債額|home ?owner(?:ship)?\b|\bdebts?\b/iu },
  {
    kind: 'CREED',
    pattern:
      /思想信条|思想・信条|宗教|信仰|信者|支持政党|政党支持|人生観|生活信条|尊敬する人物|愛読書|購読(?:新聞|雑誌|紙)|religio(?:n|us)\b|political (?:views?|party|affiliation)|favou?rite books?/iu,
  },
  {
    kind: 'UNION',
    pattern:
      /労働組合|組合(?:員|加入|活動)|学生運動|社会運動|消費者運動|(?:labou?r|trade) union|union member(?:ship)?/iu,
  },
]

export type ForbiddenKind = 'ORIGIN' | 'FAMILY' | 'ASSETS' | 'CREED' | 'UNION'
