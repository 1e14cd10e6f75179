import { Button, type ButtonProps } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useToast } from '../ui/feedback/toast.tsx'

type Given = Pick<ButtonProps, 'leftSection' | 'size' | 'variant'> & {
  label: string
  /** Makes it and answers where it is shown. */
  make: () => Promise<string>
}

/** Makes a list to be looked through before anything happens, and goes there. */
export function MakeButton({ label, make, ...looks }: Given) {
  const toast = useToast()
  const router = useRouter()
  const [isMaking, setMaking] = useState(false)
  const press = async () => {
    setMaking(true)
    try {
      router.history.push(await make())
    } catch (error) {
      toast.refuse(error)
    } finally {
      setMaking(false)
    }
  }
  return (
    <Button {...looks} loading={isMaking} onClick={() => void press()}>
      {label}
    </Button>
  )
}
