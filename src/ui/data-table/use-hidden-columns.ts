import { useLocalStorage } from '@mantine/hooks'
import { useMemo } from 'react'

/** Which columns the reader switched off in the table of this name. */
export function useHiddenColumns(table: string): [ReadonlySet<string>, (hidden: ReadonlySet<string>) => void] {
  const [listed, setListed] = useLocalStorage<string[]>({
    key: `tasuki.columns.${table}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  })
  const hidden = useMemo(() => new Set(listed), [listed])
  return [hidden, (next) => setListed([...next])]
}
