import type { ForbiddenTerm } from './terms.ts'

/** Alternatives of one pattern, each a way in which people put it. */
const anyOf = (...ways: readonly string[]): RegExp => new RegExp(ways.join('|'), 'iu')

const count = '(?:one|two|three|four|five|twins|\\d)'
const children = '(?:children|child|kids?|sons?|daughters?|babies|baby|toddlers?|twins)'

/** As `phrasesJa`, for English. */
export const phrasesEn: readonly ForbiddenTerm[] = [
  {
    kind: 'ORIGIN',
    pattern: anyOf(
      '\\b(?:first|second|third|fourth)[- ]generation (?:\\w+ )?(?:korean|chinese|brazilian|peruvian|american|japanese|immigrant|resident|nikkei)',
      '\\b(?:came|moved) over from\\b|\\brefugee|\\bimmigrants?\\b|\\b(?:has|have|with|of) \\w+ (?:roots|origins?)\\b|\\broots in\\b|\\bzainichi|\\bnikkei (?:brazilian|peruvian)',
      '\\bhalf[- ](?:[a-z]+(?:an|ese|ish|ine|ch)|thai|african|asian)\\b|\\blooks? (?:half|mixed|foreign|european|asian)|\\b(?:japanese|korean|chinese) citizen(?:ship)? (?:in|by|since)|\\baccent (?:gives|suggests)|\\b(?:grew up|raised) in an? [a-z]+(?:an|ese|ish|ine|ch)? (?:household|family|home)',
    ),
    unless: /support|taught|community centre|settlement|services? for|clients|stock index/iu,
  },
  {
    kind: 'FAMILY',
    pattern: anyOf(
      `\\b(?:single|stay-at-home|full-time|working) (?:mother|father|mum|mom|dad|parent)|\\b(?:mother|father|mum|mom|dad|parent) (?:of|to) ${count}|\\bhome ?maker\\b|\\bhousewife|\\bnewly ?wed|\\bremarri|\\bin-laws\\b|\\bno (?:kids|children)\\b|\\b(?:messy|marital|legal) separation|\\bseparated from (?:his|her|my) (?:wife|husband)`,
      `\\b(?:rais(?:e|ed|ing)|bring(?:ing)? up|brought up|look(?:ed|ing)? after|car(?:e|ed|ing) for) (?:(?:my|his|her|their|our|the|${count}|young|small|own|an?|elderly|sick|twin) )*(?:${children}|boys|girls|mother|father|parents?|grandmother|grandfather|husband|wife)\\b`,
      `\\b(?:has|have|with|got) (?:a |an |${count} |small |young |little )+(?:${children}|little ones?)\\b|\\blittle ones\\b|\\b(?:pick|picks|picking) up (?:the|his|her|their) (?:kids|children|little)|\\b(?:nursery|day-?care|kindergarten) (?:at|by|pick|run)|\\bfrom nursery\\b`,
      '\\bparental leave\\b|\\bpaternity leave\\b|\\bchild-?care leave|\\b(?:her|his|my|the candidate.s) (?:partner|other half|better half|fianc[ée]e?)\\b(?! (?:compan|firm|manager|organi|network))|\\b(?:lives?|living|moved in) with (?:his|her|their|my|elderly|aged)\\b|\\belderly (?:mother|father|parents)|\\bengaged to\\b|\\b(?:after|since|before) (?:getting married|marriage|the divorce|a divorce)',
    ),
    unless: /cover\b|policy|products? for|programme|residents|patients|families at|app\b/iu,
  },
  {
    kind: 'ASSETS',
    pattern: anyOf(
      '\\b(?:paying|pay|paid) (?:off|back) (?:\\w+ )?(?:\\w+ )?(?:loans?|debts?|credit cards?)|\\bcollege loans?|\\bwent bankrupt|\\blives? off (?:the |his |her )?(?:rent|savings|inheritance|parents|investments)|\\btrust fund|\\bmoney (?:problems|troubles)|\\bon (?:welfare|benefits)\\b|\\bno need to work|\\bcomes from money|\\bwell-off|\\bowns? (?:\\w+ )?(?:flats|houses|apartments|properties)\\b',
    ),
    unless: /clients|customers|product|platform/iu,
  },
  {
    kind: 'CREED',
    pattern: anyOf(
      '\\bdevout\\b|\\bbapti[sz]ed|\\b(?:sunday|goes to|attends?|to) mass\\b|\\b(?:eat|eats|touch|touches|avoids?)(?: any)? pork\\b|\\bhalal\\b|\\bramadan\\b|\\bfasts? during|\\bkosher\\b|\\b(?:attend(?:s|ed)?|goes to|went to|active in) (?:an? |the |his |her )?(?:\\w+ )?(?:temple|mosque|church|congregation|sect|cult)\\b|\\bmissionary\\b|\\bpreacher\\b|\\bheadscarf|\\bconvert(?:ed)? to (?:islam|christ|juda|buddh)',
      '\\b(?:campaign(?:s|ed|ing)?|canvass(?:ed|es|ing)?|leaflet(?:ed|ing)|volunteer(?:ed|s)?) for (?:the |a |his |her )?(?:\\w+ )?(?:opposition|party|candidate|left|right|liberals|conservatives|communists)|\\bthe opposition\\b|\\bparty member|\\banti-(?:war|nuclear|government)|\\b(?:criticis|criticiz)\\w+ the government',
    ),
    unless: /reporter|journalist|museum|catering|certif/iu,
  },
  {
    kind: 'UNION',
    pattern: anyOf(
      '\\b(?:secretary|chair(?:man|woman|person)?|delegate|treasurer|president|member|officer|representative|steward) (?:of|for|in) (?:the |a |his |her |my |our )?(?:\\w+ )?union\\b(?! (?:square|jack|type))|\\bwalk(?:ed|ing)? out (?:with|during|over|in)|\\bwalkout\\b|\\borgani[sz]e the (?:staff|workers|workforce|colleagues|warehouse)|\\bindustrial action|\\b(?:pay|wage|labou?r) (?:dispute|strike)|\\b(?:at|in|joined|attended|organi[sz]ed) (?:a |the |an )?(?:\\w+ )?rall(?:y|ies)\\b',
    ),
    unless: /negotiat\w* with|compiler|typescript/iu,
  },
  {
    kind: 'SENSITIVE',
    pattern: anyOf(
      '\\bnervous breakdown|\\bbreakdown in (?:his|her|my)|\\bwheelchair|\\b(?:hearing|visually|sight|vision)[- ]impaired\\b|\\b(?:is|was|partly|partially|went|born) (?:deaf|blind)\\b|\\bhard of hearing|\\bhearing aid|\\bprosthe|\\bdisability (?:quota|benefit|pension|certificate|grade)|\\bpacemaker\\b|\\bdialysis\\b|\\bchemo|\\bin remission|\\btumou?r|\\bstroke in|\\bhad a stroke|\\bheart (?:attack|condition|surgery)|\\bseizures?\\b|\\binsulin',
      '\\bbad (?:back|knees?|heart|hip|nerves)|\\b(?:takes?|taking|on) (?:\\w+ )?(?:pills|tablets|antidepressants|medication|meds)\\b|\\bfor (?:his|her|their|my) nerves|\\bhealth reasons|\\bpoor health|\\b(?:fell|been|was|often) ill\\b|\\b(?:is|was|were|often|feels?) unwell|\\brecover(?:ed|ing|y)? from (?:an? |his |her |my )?(?:\\w+ )?(?:cancer|surgery|illness|operation|injury|accident|stroke|depression|burnout|addiction|breakdown)|\\bsuffer(?:s|ed|ing)? from|\\bsee(?:s|ing|n)? an? (?:therapist|counsell?or|psych\\w+|doctor|shrink)|\\bsclerosis|\\bptsd\\b|\\bpanic (?:attacks?|disorder)|\\beating disorder|\\baddict(?:ed|ion)|\\balcoholi|\\brehab\\b|\\bsuicid|\\bself-harm|\\bivf\\b|\\bfertility treatment',
      '\\breleased (?:on (?:probation|parole)|from (?:prison|jail|custody|detention))|\\bsuspended sentence|\\bserved (?:time|a sentence|\\w+ (?:years|months) (?:in|for))|\\b(?:in|to|of) jail\\b|\\bcorrectional (?:facility|institution)|\\bjuvenile (?:detention|hall)|\\btrouble with the (?:police|law)|\\bcame out (?:to|as)\\b|\\b(?:same-sex|lgbt\\w*) (?:partner|couple|relationship)?|\\btransitioned (?:to|from) (?:fe)?male|\\bher pronouns|\\bhis pronouns',
    ),
    unless:
      /\b(?:sold|sells?|sales of|selling)\b|\bteacher\b|\bdesign|\bdevice|\bmaker\b|\bpatients\b|\bofficer at\b|\bresearch|\btrial\b|\bapp\b|\bsoftware (?:for|company)|\bservices? for\b|for (?:deaf|blind|people)|recovered from (?:a |an )?(?:outage|incident|disaster|backup)/iu,
  },
]
