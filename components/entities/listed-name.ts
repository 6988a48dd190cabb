import type { EntityKind } from '@/lib/coding/entity-names'

/** An approved or archived name as the page shows it. */
export interface ListedName {
  id: string
  name: string
  kind: EntityKind
  aliases: string[]
}
