import type { Dice } from './dice.ts'

/** Names of made-up people of English-speaking countries, the frequent ones first. */
const list = (words: string): readonly string[] => words.split(' ')

export const men = list(
  'john william james george thomas charles henry robert edward joseph richard david samuel arthur alfred frederick walter daniel peter michael benjamin albert francis andrew philip alexander stephen harold ernest hugh matthew edmund patrick anthony christopher lawrence nicholas ralph martin kenneth paul simon gerald donald leonard herbert percy sidney stanley reginald geoffrey cecil archibald roger gilbert bernard oliver isaac jonathan theodore timothy jacob abraham nathaniel duncan malcolm ronald keith ian colin graham alan leslie norman victor ambrose barnaby caleb darius emmett fergus gareth hamish ivor jasper kieran lorcan magnus niall owen pascal quentin rory silas tristan urban vernon wilbur xavier yorick zebedee ludovic cosmo evander lysander horatio',
)
export const women = list(
  'mary elizabeth anne sarah margaret jane emma alice catherine florence ellen helen eleanor charlotte louisa harriet caroline frances martha emily dorothy edith ruth hannah susan barbara joan jean agnes isabella rose lucy julia maria grace annie amelia sophia matilda patricia christine susanna rebecca deborah judith rachel laura clara eliza janet jessie violet ethel mabel gertrude winifred hilda irene marjorie phyllis doris constance beatrice evelyn victoria georgina rosalind miriam esther lydia abigail phoebe cecilia philippa penelope hester tamsin imogen bronwen niamh orla saoirse ffion gwendolen maeve aoife cordelia ottilie perpetua rowena sunniva thomasina ursula verity wilhelmina xanthe yolanda zillah araminta clementine dorcas eugenia',
)
const familiar = list(
  'smith jones williams brown taylor davies wilson evans thomas johnson roberts walker wright robinson thompson white hughes edwards green hall wood harris lewis martin jackson clarke clark turner hill scott cooper morris ward moore king watson baker harrison morgan patel young allen mitchell james anderson phillips lee bell parker davis bennett miller cook shaw richardson campbell murphy kelly stewart murray hamilton graham russell ross reid grant fraser gordon macdonald mckenzie oconnor fitzgerald kennedy sullivan byrne ryan doyle gallagher doherty lynch carroll',
)
const stems = list(
  'ash brad black blen brom buck burn cald can carl chad chel clif cob col cran crom dal darl den der dun ever fair far fen fern gar gil glen gran gres hal ham har hart has hawk hazel hel hol hurst kel ken kil kirk lang lead ling lock long lud lyn mal mar mel mid mil mor net new nor oak old or pad pem pen pick pres rad ran red rock ros rush sal sand sea sel shel sher skel stam stan stock strat sut swin tal ten thorn tren tun up wal war wat wel wes whit wick wil win wood wor yar',
)
const ends = list(
  'ford ley ton ham worth wick wood field ridge stone well combe don more croft land bury den hurst by gate shaw',
)

/** Some 2,300 family names: those that everybody knows, and behind them ever rarer ones. */
export const families: readonly string[] = [
  ...familiar,
  ...Array.from({ length: stems.length * ends.length }, (_, at) => {
    const mixed = (at * 1_009) % (stems.length * ends.length)
    return stems[Math.floor(mixed / ends.length)]! + ends[mixed % ends.length]!
  }),
]

/** Given names as they stand in other papers: short forms, and forms of other languages. */
const forms = new Map(
  'john jack johnny jon juan johann|william will bill billy wm wilhelm guillaume|james jim jimmy jas jaime|george georgie geo georg jorge|thomas tom tommy thos tomas|charles charlie chas karl carlos|henry harry hal heinrich enrique|robert bob rob bobby bert roberto|edward ed ned ted eduard|joseph joe jos jose giuseppe|richard dick rick ricardo|samuel sam sammy|arthur art arturo|alfred alf fred alfredo|frederick fred freddie friedrich|walter wally wat|daniel dan danny|peter pete pierre pedro|michael mick mike michel miguel|benjamin ben benny|albert bert al alberto|francis frank frans francisco|andrew andy drew andreas|philip phil felipe|alexander alex alec sandy alejandro|stephen steve stefan|mary polly molly marie maria|elizabeth liz betty bess eliza lizzie elisabeth isabel|anne ann annie nancy anna|sarah sally sara|margaret maggie peggy meg greta margarita|jane janie jeanne juana|alice allie alicia|catherine kate katie kitty catalina katharina|ellen nell nellie|eleanor nora ellie leonor|charlotte lottie carlota|harriet hattie|caroline carrie carolina|frances fanny francesca|martha patty marta|emily em millie emilia|dorothy dot dolly dorothea|susan sue susie susana'
    .split('|')
    .map((line) => [line.split(' ')[0]!, line.split(' ').slice(1)] as const),
)

export const otherForm = (given: string, { pick }: Dice): string => pick(forms.get(given) ?? [given])

export const towns = list(
  'london birmingham leeds glasgow sheffield bradford liverpool edinburgh manchester bristol wakefield cardiff coventry nottingham leicester sunderland belfast newcastle brighton hull plymouth stoke wolverhampton derby swansea southampton salford aberdeen portsmouth york peterborough dundee lancaster oxford newport preston norwich chester cambridge salisbury exeter gloucester lisburn chichester winchester londonderry carlisle worcester bath durham lincoln hereford armagh inverness stirling canterbury lichfield newry ripon bangor truro ely wells dorking chudleigh taunton bideford penzance kendal',
)
export const occupations = list(
  'politician writer painter military_officer lawyer priest cricketer footballer actor journalist businessperson physician engineer poet composer botanist architect historian judge explorer photographer sculptor banker diplomat novelist chemist teacher translator singer suffragette mathematician astronomer geologist illustrator',
).map((word) => word.replace('_', ' '))
