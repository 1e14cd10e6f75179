import type { Stage } from './stage.ts'

export async function introduce(stage: Stage): Promise<void> {
  await stage.settle()
}
