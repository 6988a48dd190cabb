import { v7 as newRowId } from 'uuid'
import { type LinkWay, linkValue } from '@/lib/coding/link-rules'
import type { LinkEdit } from '../outbox/record'

/** Links two annotations. */
export function link(way: LinkWay, own: string, other: string): LinkEdit {
  return { kind: 'link', id: newRowId(), before: null, after: linkValue(way, own, other) }
}
