import type { ForbiddenTerm } from './terms.ts'

/** Words of a trade, in whose company a topic is what somebody worked on. */
const work =
  /software|product|customers?|clients?|sales|sold|maker|sector|portfolio|consultancy|records software|technical|legacy|feature|framework|thesis|degree|journalist|module|design|architect|campaign|queries|app\b|platform|market(?:s|ing)?\b/iu

const kin =
  '(?:father|mother|parents?|dad|mum|mom|husband|wife|spouse|brothers?|sisters?|sons?|daughters?|child(?:ren)?|kids?|grand(?:father|mother|parents?)|boyfriend|girlfriend|fianc[ée]e?|in-laws|siblings?|uncle|aunt|family)'
/** A kinship word that names no company and no part of a computer. */
const human = `${kin}(?!\\s+(?:compan(?:y|ies)|firm|organi[sz]ation|process(?:es)?|node|class|element|component|window|allowance|friendly|business))`

/** As `termsJa`, for notes in English. */
export const termsEn: readonly ForbiddenTerm[] = [
  {
    kind: 'ORIGIN',
    pattern:
      /place of birth|permanent domicile|birth ?place|\bborn (?:and raised )?(?:in|at|to (?:an? |his |her )?\w+ (?:parents?|family|mother|father|couple))\b|\bethnic|\bracial|\brace\s*(?:[:：]|is\b|or\b)|skin colou?r|colou?r of (?:his|her|their|the) skin|\bof \w+ (?:descent|heritage|ancestry|blood)|\bancest(?:ors?|ral|ry)\b|famil(?:y|ies)['’]? (?:register|registry|origins?|tree|comes?)|naturali[sz]ed|originally (?:come|comes|from)|(?:comes?|came|is|are) originally from|\bcaste\b|(?:former|original|previous)(?:ly)? (?:\w+ )?(?:national|citizen)|nationality at birth|buraku|\bainu\b|mixed[- ]race|half[- ](?:japanese|filipin\w+|korean|chinese|black|white|\w+ese)\b/iu,
    unless: /born leader|race condition|software|product/iu,
  },
  {
    kind: 'FAMILY',
    pattern: new RegExp(
      `\\b(?:his|her|their|your|my|candidate['’]s)\\s+(?:\\w+\\s+)?${human}\\b|\\b${human}(?:['’]s|s['’])?\\s+(?:works?|worked|job|occupation|profession|income|salary|education|is|was|has|runs?|owns?|died|lives?|background|circumstances|situation|structure|income|history)\\b`,
      'iu',
    ),
    unless: /allowance|\bprocess(?:es)?\b|for families/iu,
  },
  {
    kind: 'FAMILY',
    pattern:
      /\bmarried\b(?! the)|\bmarital|\bdivorc|\bwidow|\bunmarried|(?:get|getting|got|be) (?:married|engaged)|single (?:mother|father|parent|mum|mom)|(?:eldest|oldest|youngest|only) (?:son|daughter|child)|(?:have|having|has|want|wants|start|with) (?:\w+ )?(?:children|kids|a family|a baby)|expecting a (?:baby|child)|family (?:planning|plans)|maternity|childcare|number of children|grew up with|^\s*(?:spouse|husband|wife|father|mother)\s*[:：]|\bdepend[ae]nts?\s*[:：]\s*(?:\d|none|yes|no\b)|care for (?:my|his|her|their) (?:\w+ )?(?:mother|father|parents?|child)/iu,
    unless: /maternity (?:cover|leave (?:policy|cover))|childcare (?:app|company|provider|sector)|products? for/iu,
  },
  {
    kind: 'ASSETS',
    pattern:
      /\bmortgage|\bdebts?\b|\bin debt\b|\bsavings\b|bankrupt|\bhome ?owner|\bown(?:s|ed)? (?:a|an|his|her|their|two|three|several|some) (?:\w+ )?(?:house|home|flat|apartment|car|land|propert)|\brent(?:s|ed|ing)? (?:a|an|his|her) |\bstudent (?:loans?|debt)|\bwealthy|\brich (?:family|parents)|\binherit(?:ed|ance)|\b(?:personal|family|his|her) (?:assets|fortune|wealth)|\bnet worth\b|credit (?:history|rating|score)|\bloans? (?:to pay|outstanding)/iu,
    unless: new RegExp(`${work.source}|collection|rental properties|for (?:a|an) .*\\bbank`, 'iu'),
  },
  {
    kind: 'CREED',
    pattern:
      /\breligio(?:n|ns|us)\b|\bfaith\b|christian|muslim|\bislam|buddhis|\bhindu|\bjew(?:ish)?\b|catholic|protestant|jehovah|soka gakkai|\bchurch\b|\bmosque\b|\bsynagogue\b|\bpray(?:s|ed|er|ers|ing)?\b|\bworship|\bbible\b|\b[ck]oran\b|\bquran\b|political (?:views?|part(?:y|ies)|opinions?|beliefs?|affiliation|leanings?|activit(?:y|ies)|stance)|(?:left|right)[- ]?wing|(?:left|right)-leaning|communist|socialist|liberal democrat|conservative party|\bparty (?:he|she|you|they)|\bvot(?:e|es|ed|ing) for|who .* vot(?:e|ed)|favou?rite (?:books?|authors?|newspaper|magazines?)|which (?:newspaper|books?|magazines?)|newspapers? (?:do|does|he|she|you|they)|\bsubscrib\w+ to .*newspaper|philosophy of life|outlook on life|world ?view|\badmires? (?:the )?most|most admires?|(?:person|people) (?:he|she|you|they) (?:most )?(?:admires?|respects?)|role model|\bemperor\b|\bdemonstrat(?:ions|ors)\b|took part in .*(?:demonstration|protest|march)|\bprotests?\b|\bactivist|\bideolog|personal beliefs|belie(?:f|ves) in god|\batheis/iu,
    unless: work,
  },
  {
    kind: 'UNION',
    pattern:
      /\b(?:labou?r|trades?|workers['’]?) unions?\b|\bunion (?:members?|membership|rep\b|representatives?|leaders?|activit|officials?|dues|organi[sz]er|work\b)|\bunioni[sz]|(?:members?|active|activity|involved|joined|belongs?|belonged|organi[sz]ed|founded|started|joining) (?:of |in |with |to )?(?:a|the|his|her|their) (?:\w+ )?union\b|\bon strike\b|(?:organi[sz]ed|joined|led|called|took part in) (?:a|the) (?:\w+ )?strike|collective bargaining|\bshop steward|\bpicket|student (?:activist|movement|protest)|(?:social|consumer|citizens['’]?|civic) movement/iu,
    unless: /european union|union square|sql/iu,
  },
  {
    kind: 'SENSITIVE',
    pattern:
      /\bdepress(?:ion|ed)\b|mental(?:ly)? (?:ill|illness|health (?:issues?|problems?|leave|history|condition)|breakdown)|psychiatr|bipolar|anxiety disorder|burn-?out|\b(?:chronic|serious|long-term) (?:illness|disease|condition|pain)|\bill(?:ness|nesses)\b|medical (?:history|condition|certificate|treatment|test)|sees? a doctor|\bdiagnos(?:is|ed)\b|\bdisabilit(?:y|ies)\b|\b(?:is|was|are|were) disabled\b|\bhiv\b|\baids\b(?! in)|\bcancer\b|\bdiabet|\bepilep|hepatitis|tuberculosis|\basthma|\ballerg|\bsurgery\b|hospitali[sz]ed|\bmedication|sick leave|in therapy|\bpregnan|miscarriage|\bcriminal (?:record|history|conviction|background|charge)|\barrest(?:ed)?\b|\bconvict(?:ed|ion)\b|\b(?:in|to) prison\b|\bon parole|police record|victim of|\bgay\b|\blesbian|\bbisexual|homosexual|sexual orientation|\btransgender|gender identity|\badhd\b|\bautis|dyslexi|blood (?:test|type)|genetic test|health (?:check|examination) results?|state of (?:his|her) health/iu,
    unless: new RegExp(`${work.source}|research|for blind people|accessib`, 'iu'),
  },
]
