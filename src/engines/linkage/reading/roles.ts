/** What a column says about a person. Columns of one role are compared with each other, whatever their headers. */
export const roles = [
  'given', 'family', 'name', 'givenKana', 'familyKana', 'nameKana', 'formerFamily', 'otherName', 'middle',
  'birthDate', 'birthYear', 'birthMonth', 'birthDay', 'age', 'recordYear', 'mail', 'phone', 'identifier',
  'street', 'houseNumber', 'address', 'place', 'region', 'postcode', 'birthPlace',
  'deathDate', 'gender', 'occupation', 'employer', 'relative', 'text', 'ignore',
] as const // prettier-ignore

export type Role = (typeof roles)[number]

/** One column of a file and what it is taken for; `by` says how that was known. */
export type MappedColumn = { header: string; role: Role; by: 'MAPPING' | 'HEADER' | 'CONTENT' }

const person =
  '(?:person|patient|applicant|candidate|customer|cust|client|contact|member|voter|employee|individual|head|birth|your|res|primary|main|current|home|student|resident|passenger|child|cand|beneficiary|donor|author|応募者|候補者|本人|氏名)?'
const exact = (words: string): RegExp => new RegExp(`^${person}(?:${words})(?:1|a|l)?$`, 'u')

/** In order: the first that a header meets decides. Headers are compared without case, spaces and punctuation. */
const byHeader: readonly (readonly [RegExp, Role])[] = [
  [/^(?:旧姓|旧氏|旧名字|maiden|maidenname|maidensurname|formername|formersurname|birthname|previousname|previoussurname|neename|nee|geburtsname|nomdenaissance|nomdejeunefille|alias|aka|alsoknownas|knownas|preferredname|nickname|othernames?|lnamec2|alter(?:nate|native)?names?|altnames?|aliases|別名|通称|通名)$/u, 'otherName'],
  [/^(?:(?:.*(?:middle|midl)(?:names?|initials?|init)?|.*mid(?:names?|initials?|init)|mname|tussenvoegsel|secondname2|mi|fnamec2|ミドルネーム)(?:[1-9])?)$/u, 'middle'],
  [/^(?:氏名|お?名前|姓名|応募者名|候補者名).*(?:カナ|かな|フリガナ|ふりがな|ﾌﾘｶﾞﾅ|ヨミ|よみ|読み)/u, 'nameKana'],
  [/(?:姓|氏|苗字|名字|せい|セイ).*(?:カナ|かな|ｶﾅ|フリガナ|ふりがな|kana|ヨミ|よみ|読み)|^(?:セイ|せい|ｾｲ|lastnamekana|familynamekana|surnamekana|seikana|kanasei|kanalastname|familykana|lastkana|seikana)$|(?:カナ|かな|フリガナ|ふりがな|ﾌﾘｶﾞﾅ|ヨミ)[(（]?(?:姓|氏|セイ)/u, 'familyKana'],
  [/^(?:名|めい|メイ|ﾒｲ).*(?:カナ|かな|ｶﾅ|フリガナ|ふりがな|kana|ヨミ|よみ|読み)|^(?:メイ|めい|ﾒｲ|firstnamekana|givennamekana|meikana|kanamei|kanafirstname|givenkana|firstkana)$|(?:カナ|かな|フリガナ|ふりがな|ﾌﾘｶﾞﾅ|ヨミ)[(（]?(?:名|メイ)/u, 'givenKana'],
  [/^(?:フリガナ|ふりがな|ﾌﾘｶﾞﾅ|カナ|かな|ｶﾅ|カナ氏名|氏名カナ|namekana|kananame|kana|furigana|reading|ヨミガナ|よみがな|読み仮名|fullnamekana|namereading)$/u, 'nameKana'],
  [exact('firstandsurname|firstandlastname|fullname|name|names|personname|completename|displayname|legalname|nameofperson|candidatename|applicantname|氏名|名前|お名前|姓名|nombrecompleto|nomecompleto|nomcomplet|vollername|naam|navn|namn|imienazwisko|応募者名|応募者氏名|候補者名|候補者氏名|nombre|nome'), 'name'],
  [exact('firstnames?|givennames?|givname|forenames?|(?:christ|x)(?:t?ian)?names?|fname|first|given|forename|fstname|firstnm|givennm|fn|fornavne|名|下の名前|mei|namefirst|namefrst|namegiven|gname|prename|vornamen?|prenoms?|pname|pername1|perfname|firstnm1|nmfirst|fnamec1|voornam(?:en|e)?|voornaam|fornavn|fornamn|tilltalsnamn|nombres|initials?|firstinitial|finit|imie'), 'given'],
  [exact('surnames?|lastnames?|familynames?|lname|sname|last|family|surnm|lastnm|familynm|姓|氏|苗字|名字|sei|namelast|namefamily|secondname|nachname|nom|nomdefamille|nmlast|surn|sn|ln|lnamec1|pername2|persname|achternaam|familienaam|familienname|efternamn|efternavn|etternavn|slektsnavn|apellidos?|primerapellido|cognome|sobrenome|apelido|nazwisko'), 'family'],
  [/^(?:yearofbirth|birthyear|birthyr|yob|yrbirth|byear|birthy|born|bornyear|dobyear|dobyr|doby|birthyyyy|birthy|by|生年|生まれ年|dobyyyy|birthdateyear|approxbirthyear|estimatedbirthyear|yearborn|geburtsjahr|dateofbirthyear|geboortejaar|fodselsar|fodt|fodelsear|anneenaissance|anneedenaissance|annonacimiento|annodinascita|residentyearofbirth)$/u, 'birthYear'],
  [/^(?:monthofbirth|birthmonth|mob|bmonth|dobmonth|dobmm|dobm|birthmm|birthm|birthmo|bm|birthdatemonth|dateofbirthmonth|dobmon|birthmon|geburtsmonat|moisnaissance|residentmonthofbirth|生月|生まれ月)$/u, 'birthMonth'],
  [/^(?:dayofbirth|birthday(?:ofmonth)|bday|dobday|dobdd|dobd|birthd|bd|birthdateday|dateofbirthday|birthdd|geburtstag(?:nr)?|journaissance|residentdayofbirth|生日)$/u, 'birthDay'],
  [/^(?:.*(?:dateofbirth|birthdate|dateborn|borndate|birthday)|dob|datebirth|datenaissance|dobdate|dobstr|dobfull|bdate|birthdt|birth|birthdatestr|生年月日|誕生日|生年月|.*生年月日.*|geburtsdatum|geboortedatum|fodselsdato|fodelsedatum|datedenaissance|naissance|fechanacimiento|fechadenacimiento|datanascita|datadinascita|dataurodzenia|resdob|patientdob|persondob|dobpatient)$/u, 'birthDate'],
  [/^(?:birthplace|placeofbirth|birthtown|birthcity|birthcounty|birthcountry|birthstate|pob|birthparish|(?:state|city|town)ofbirth|wherebornn?|whereborn|bornin|placeborn|countryofbirth|countyofbirth|bplace|bpl|bplc|cob|b(?:p|irth)?(?:parish|cnty|county|town|city|ctry|country)|出生地|birthlocation|geburtsort|geboorteplaats|fodested|fodelseort|lieunaissance|lieudenaissance|lugarnacimiento|lugardenacimiento|luogonascita|luogodinascita|birthstate(?:code|cd)?)$/u, 'birthPlace'],
  [/^(?:.*(?:mail|メール).*)$/u, 'mail'],
  [/^(?:.*(?:phone(?!t)|mobile|telephone|電話|携帯|連絡先(?!住所)).*|telefon.*|telefoon.*|telefono.*|handy.*|cellulare|movil|celular|.*cell(?:no|num(?:ber)?)?|tel|tel1|tel2|telno|phonenumber|phonenum|phoneno|telnum|fax.*)$/u, 'phone'],
  [/^(?:.*(?:ssn|socsec|socialsecurity|nationalid|nationalinsurance|passport|driver|licen[cs]e|medicare|taxid|idcard|curp|nationalidentifier|マイナンバー|免許|旅券).*|(?:service|army|regimental|prisoner|convict)(?:no|num(?:ber)?)|(?:codice|cod)fiscale?|dni|bsn|personnummer|nino?|ssno|sin|tin|nhs(?:no|num(?:ber)?)?)$/u, 'identifier'],
  [/^(?:.*(?:postcode|postalcode|zip|郵便).*|plz|postcodefake|pcode|postal|areacode|eircode|pc|codepostal|cp|codigopostal|cap|postnummer|postnr|perpcode)$/u, 'postcode'],
  [/^(?:.*(?:streetn(?:um(?:ber)?|o)|stno|housen(?:um(?:ber)?|o)|streetno|buildingnumber|unitnumber|flatnumber|doornumber|housenumber|番地).*|house|number|hsenum|stnum)$/u, 'houseNumber'],
  [/^(?:full|home|street|mailing|residential|postal|current|permanent|mail|res)?(?:address|addr|adresse|anschrift|direccion|domicilio|indirizzo|adres|peraddr)(?:full|line|fulltext)?$|^(?:現在の?|現|自宅|連絡先|本人)?(?:ご|御)?(?:住所|お?住まい|お?住い|居住地|居所|所在地|自宅|本籍)$/u, 'address'],
  [/^(?:.*(?:street|road|strasse|straat).*|rue|calle|via|(?:address|addr|adr|add|住所)(?:line|ln)?[0-9]|address[a-d])$/u, 'street'],
  [/^(?:causeofdeath|deathcause|(?:death|burial)(?:place|town|city|county|parish)|placeof(?:death|burial))$/u, 'text'],
  [/^(?:race|racecode|religion|party.*|.*ethnic.*|partycd|.*suffi?x.*|generation)$/u, 'text'],
  [/^(?:.*(?:deathdate|deathyear|deathyr)|(?:date|year|yr)(?:of)?death|dod|yod|d(?:ied|eath|eceased)|没年(?:月日)?|死亡(?:日|年|年月日))$/u, 'deathDate'],
  [/^(?:.*(?:suburb|city|town|village|municipality|locality|parish|hamlet|市区町村|市町村|勤務地).*|place|placename|residence|placeofresidence|location|living|livesin|settlement|ort|wohnort|stadt|ville|commune|comune|abode|bosted|bostad|wohnsitz|domicile|ciudad|localidad|municipio|gemeente|woonplaats|poststed|district|neighbou?rhood)$/u, 'place'],
  [/^(?:state|statecode|stateabb|prefecture|province|county|countyname|region|territory|admin1|prov|pref|(?:.*の|居住)?都道府県|県|state(?:orprovince)|countyid|shire|country|countrycode|nationality|国籍|ward|statecd|countydesc|citizenship|(?:countryof|country)residence|diocese|provincia|bundesland|estado|department|kreis|land)$/u, 'region'],
  [/^(?:.*(?:gender|(?<!es|us)sex)(?:code|cd|desc)?|gend|geschlecht|geslacht|sexe|sexo|sesso|kjonn|kon|koen|性別|男女)$/u, 'gender'],
  [/^(?:.*(?:occupation|profession).*|job|jobtitle|trade|職業|occ|occstr|employment|work|rank|title2|position(?:held)|beruf|beroep|metier|profesion|oficio|professione|yrke|erhverv|stilling|erwerb)$/u, 'occupation'],
  [/^(?:.*(?:employer|company|organi[sz]ation|affiliation|勤務先|現職|在籍企業|会社名|社名|現所属|所属|現在の会社).*|org)$/u, 'employer'],
  [/^(?:.*(?:mother|father|spouse|wife|husband|parent|maiden|nextofkin|guardian|bride|groom|母|父|配偶者).*|partner|partnername|kin)$/u, 'relative'],
  [/^(?:(?:birth|person|patient|voter|current)?age(?:years|inyears|atregistration)?|年齢|agegroup|alter|edad|eta|leeftijd|alder|age(?:at|on|as).*)$/u, 'age'],
  [/^(?:(?:census|event|record|entry|survey|snapshot)?y(?:ea)?r|yearof(?:census|event|record|entry|survey)|(?:event|record|census|survey|snapshot|burial|marriage|admission|interview)?(?:date|dt)|dateof(?:event|census|burial|marriage|admission|interview)|調査年|記録年)$/u, 'recordYear'],
] // prettier-ignore

/** Who the row is in its source, what is the answer already, and what tells of an event rather than of the person. */
const ignored =
  /^(?:.*(?:uuid|guid|unique|cluster|entity|truth|gold|label|match|duplicate|corrupt|hash|blocking|phonetic|soundex|metaphone|latitude|longitude|website|registr|download|precinct|sourcedataset|source|dataset|created|updated|modified|timestamp|rowid|rownum|recordid|recid|応募日|応募経路|媒体|選考|求人|評価|結果|理由|コメント|ステップ|希望|スキル|学歴|確定日|登録日|更新日|備考|メモ|経歴|職種|給与|年収|note|comment|remark|skill|status|introduced|applied|score|url|link|photo|image|resume|salary|reason|stage|result|file).*|id|.*(?:id|uid|pk|key|no|nr|ref|code|cd|dt|date|datetime|month|number|番号)|true.*|persons?|simulant.*|voterreg.*|ncid|lat|lng|lon|index|idx|seq|sequence|record|rec|row|line|page|folio|date|position|title|titles|.*prefi?x.*|salutation|honorific|敬称|unnamed.*|type|group|block|year|month|day|censusyear|schedule|enumeration.*|household.*|fake|original|dup.*|corruption.*|uncorrupted.*|num.*|count)$/u

/** A header as it is looked up: plain width, lower case, letters without marks and digits alone. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/[^\p{L}\p{N}\p{M}ー]/gu, '')

/** Whether a header names a christening, which follows a birth within weeks; of them only the date is asked for. */
export const isChristening = (header: string): boolean =>
  /^(?:(?:child)?(?:bapti[sz](?:ed|m)|christen(?:ed|ing)|bapt?)(?:date|dt|year|yr)?|(?:date|year)of(?:baptism|christening)|洗礼(?:日|年月日)?)$/u.test(
    headerKey(header),
  )

/** The role that a header names; null when it tells nothing. */
export function roleOfHeader(header: string): Role | null {
  const key = headerKey(header)
  const plain = key.replace(/(?<=\p{L}{3})[0-9]+$/u, '')
  for (const candidate of [key, plain]) for (const [pattern, role] of byHeader) if (pattern.test(candidate)) return role
  return ignored.test(key) || ignored.test(plain) ? 'ignore' : null
}

/** What begins the header of where somebody works, studies or is looked after: not where they live. */
const ofAnother =
  /^(?:employers?|company|firm|business|work(?:place)?|office|school|hospital|facility|provider)[\s_.-]*(?=\p{L})/iu

const ofAddress: readonly Role[] = ['street', 'houseNumber', 'address', 'place', 'region', 'postcode']

/** What of an address a header names that is another's than the person's (`employer_zipcode`); null where it names none. */
export function roleOfOthersAddress(header: string): Role | null {
  if (!ofAnother.test(header)) return null
  const role = roleOfHeader(header.replace(ofAnother, ''))
  return role && ofAddress.includes(role) ? role : null
}

/**
 * The role that a part of a header names (`voter_residence_zip`, "Age at arrival"), tried from the whole to ever shorter
 * ends and then beginnings of it; null when none does. It holds less surely than `roleOfHeader`.
 */
export function roleOfPart(header: string): Role | null {
  const words = header
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
  const ends = words.slice(1).map((_, at) => words.slice(at + 1))
  const begins = words.slice(1).map((_, at) => words.slice(0, words.length - at - 1))
  for (const part of [...ends, ...begins]) {
    const key = headerKey(part.join(''))
    const role = key.length > 2 ? byHeader.find(([pattern]) => pattern.test(key))?.[1] : undefined
    if (role) return role
  }
  return null
}
