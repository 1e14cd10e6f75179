import { Menu } from '@mantine/core'
import { IconCheck, IconSelector } from '@tabler/icons-react'
import { useText } from '../text/TextProvider.tsx'
import styles from './shell.module.css'
import { shellWords } from './words.ts'

export type CompanyChoice = {
  current: string
  all: readonly { id: string; name: string; note?: string }[]
  onChoose: (id: string) => void
}

/** For which company the reader works now. */
export function CompanySwitch({ companies }: { companies: CompanyChoice }) {
  const text = useText(shellWords)
  const current = companies.all.find((company) => company.id === companies.current)
  const face = (
    <>
      <span className={styles.companyInitial} aria-hidden="true">
        {initialOf(current?.name ?? '')}
      </span>
      <span className={styles.companyName}>{current?.name}</span>
    </>
  )
  if (companies.all.length < 2) {
    return (
      <div className={styles.company} data-single title={current?.name}>
        {face}
      </div>
    )
  }
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <button type="button" className={styles.company} aria-label={`${text.company}: ${current?.name ?? ''}`}>
          {face}
          <IconSelector size={15} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text.company}</Menu.Label>
        {companies.all.map((company) => (
          <Menu.Item
            key={company.id}
            rightSection={company.id === companies.current ? <IconCheck size={15} /> : undefined}
            onClick={() => companies.onChoose(company.id)}
          >
            {company.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The first letter of the name itself, not of 株式会社. */
function initialOf(name: string): string {
  const bare = name.replace(/^(株式会社|有限会社|合同会社|一般社団法人|\(株\)|㈱)\s*/, '')
  return Array.from(bare)[0] ?? ''
}
