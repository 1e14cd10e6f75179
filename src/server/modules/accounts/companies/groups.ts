import { companyKey } from '../../../../engines/japanese/index.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Company } from './store-company.ts'
import { findDecision } from './store-standing.ts'
import { knownCompanies } from './store-network.ts'

export type GroupMember = Pick<Company, 'id' | 'name' | 'nameEn' | 'corporateNumber' | 'groupNumber' | 'groupName'> & {
  industry?: string | null
}

/** By what a company and those of its group are called: corporate numbers, and names as `companyKey` writes them. */
export type GroupKeys = { numbers: ReadonlySet<string>; names: ReadonlySet<string> }

/** Those, and the line of business that holds in the network: the operator's word before the company's own. */
export type AskerKeys = GroupKeys & { industry: string | null }

/** What a company and its group are called, and the ids of the other companies of it. */
export type Group = { keys: AskerKeys; ids: string[] }

/**
 * A company with the head of its group and the other companies under the same head, as the operator knows them, and its
 * line of business. In the operator's realm.
 */
export async function groupOf(work: Work, company: GroupMember): Promise<Group> {
  const others = await othersOf(work, company)
  const numbers = [company, ...others].flatMap((one) => [one.corporateNumber ?? [], one.groupNumber ?? []].flat())
  const names = [company.nameEn, ...[company, ...others].flatMap((one) => [one.name, one.groupName])]
  return {
    keys: {
      numbers: new Set(numbers),
      names: new Set(names.flatMap((name) => (name ? [companyKey(name)] : []))),
      industry: (await findDecision(work, company.id))?.industry ?? company.industry ?? null,
    },
    ids: others.flatMap(({ id }) => (id === company.id ? [] : [id])),
  }
}

async function othersOf(
  work: Work,
  { groupNumber, corporateNumber }: Pick<GroupMember, 'groupNumber' | 'corporateNumber'>,
) {
  const head = groupNumber ?? corporateNumber
  return (await knownCompanies(work)).filter(
    (one) => head !== null && (one.groupNumber === head || one.corporateNumber === head),
  )
}

/** What a person left out: companies by number or by name as `companyKey` writes it, and lines of business. */
export type LeftOut = { numbers: readonly string[]; names: readonly string[]; industries: readonly string[] }

/**
 * Whether a company is among them: whoever left a company out left out its whole group; whoever left a line of business
 * out, each company of it and each that does not say its own.
 */
export const isLeftOut = ({ numbers, names, industry }: AskerKeys, leftOut: LeftOut): boolean =>
  (leftOut.industries.length > 0 && (industry === null || leftOut.industries.includes(industry))) ||
  leftOut.numbers.some((number) => numbers.has(number)) ||
  leftOut.names.some((name) => names.has(name))

/** What a person typed of a company: its corporate number, or its name as `companyKey` writes it. */
export type CompanyTyped = { corporateNumber: string | null; nameKey: string }

/**
 * The official names of the companies of the network that each of these means, in the order given: the company itself,
 * or those of the group of that number or name. None means that no company is left out by it. The operator knows no
 * English names, so one of these finds nothing here although its company is left out. In the operator's realm.
 */
export async function companiesMeant(work: Work, typed: readonly CompanyTyped[]): Promise<string[][]> {
  const known = typed.length === 0 ? [] : await knownCompanies(work)
  const keyed = known.map(({ name, corporateNumber, groupNumber, groupName }) => ({
    name,
    numbers: [corporateNumber, groupNumber],
    keys: [name, groupName].flatMap((one) => (one ? [companyKey(one)] : [])),
  }))
  return typed.map(({ corporateNumber, nameKey }) =>
    keyed
      .filter(({ numbers, keys }) =>
        corporateNumber === null ? keys.includes(nameKey) : numbers.includes(corporateNumber),
      )
      .map(({ name }) => name),
  )
}
