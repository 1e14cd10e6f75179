import { messages } from '../../../../ui/text/messages.ts'

type Said = string | ((holders: number) => string)
type Levels = Record<string, Said>

const shares = {
  ja: (what: string) => (count: number) => `${what}が同じ(ただし${count}人が使用)`,
  en: (what: string) => (count: number) => `Same ${what}, but ${count} people use it`,
}
const namesake = {
  ja: (what: string) => (count: number) => `${what}が同じ(この会社に${count}件)`,
  en: (what: string) => (count: number) => `Same ${what} (${count} records here)`,
}

/** How two people meet in one comparison, in words; `many` where several hold the value. */
export const evidenceWords = messages({
  ja: {
    prior: '比べる前(無作為に選んだ2人が同じ方である見込み)',
    many: {
      mail: shares.ja('メールアドレス'),
      phone: shares.ja('電話番号'),
      family: namesake.ja('姓'),
      given: namesake.ja('名'),
    } as Record<string, (holders: number) => string>,
    steps: {
      family: nameJa('姓'),
      given: nameJa('名'),
      birthDate: {
        exact: '生年月日が同じ',
        near: '生年月日がほぼ同じ(数字1つの違い、数字や月日の入れ替わり)',
        partial: '生年月日の一部が同じ',
        year: '生まれた年は近いが、月日が異なる',
        different: '生年月日が異なる',
      },
      mail: {
        exact: 'メールアドレスが同じ',
        local: 'メールアドレスの@より前が同じ',
        close: 'メールアドレスがほぼ同じ',
        similar: 'メールアドレスが似ている',
        different: 'メールアドレスが異なる',
      },
      phone: { exact: '電話番号が同じ', close: '電話番号が1桁違い', different: '電話番号が異なる' },
      region: { exact: '都道府県が同じ', different: '都道府県が異なる' },
      place: wordsJa('市区町村'),
      street: wordsJa('番地'),
      employer: wordsJa('勤務先'),
    } as Record<string, Levels>,
  },
  en: {
    prior: 'Before comparing (two people picked at random)',
    many: {
      mail: shares.en('email'),
      phone: shares.en('phone'),
      family: namesake.en('family name'),
      given: namesake.en('given name'),
    },
    steps: {
      family: nameEn('Family name'),
      given: nameEn('Given name'),
      birthDate: {
        exact: 'Same birth date',
        near: 'Almost the same birth date (a digit off, or digits or day and month swapped)',
        partial: 'Part of the birth date is the same',
        year: 'Years of birth are near, the days differ',
        different: 'Different birth dates',
      },
      mail: {
        exact: 'Same email',
        local: 'Same email before the @',
        close: 'Almost the same email',
        similar: 'Similar emails',
        different: 'Different emails',
      },
      phone: { exact: 'Same phone', close: 'Phones differ by one digit', different: 'Different phones' },
      region: { exact: 'Same prefecture', different: 'Different prefectures' },
      place: wordsEn('town'),
      street: wordsEn('street address'),
      employer: wordsEn('employer'),
    } as Record<string, Levels>,
  },
})

function nameJa(part: string): Levels {
  return {
    exact: `${part}が同じ`,
    sound: `${part}の読みが合う`,
    close: `${part}がほぼ同じ(表記の揺れ)`,
    similar: `${part}が似ている`,
    initial: `${part}の頭文字が同じ`,
    elsewhere: `${part}が旧姓や逆の順の名前と合う`,
    different: `${part}が異なる`,
  }
}

function wordsJa(what: string): Levels {
  return {
    exact: `${what}が同じ`,
    close: `${what}がほぼ同じ`,
    partial: `${what}の一部が同じ`,
    different: `${what}が異なる`,
  }
}

function nameEn(part: string): Levels {
  return {
    exact: `${part} is the same`,
    sound: `${part} sounds the same`,
    close: `${part} is almost the same (spelling)`,
    similar: `${part} is similar`,
    initial: `${part}: same initial`,
    elsewhere: `${part} meets a former name or the other order`,
    different: `${part} is different`,
  }
}

function wordsEn(what: string): Levels {
  return {
    exact: `Same ${what}`,
    close: `Almost the same ${what}`,
    partial: `Part of the ${what} is the same`,
    different: `Different ${what}s`,
  }
}
