import type { RowEdit } from '@/components/coding-desk/outbox/record'
import { value } from '../coding-view'

export const hero = value('hero', 0, 6)
export const villain = value('villain', 0, 6)
export const made = (id: string): RowEdit => ({ kind: 'annotation', id, before: null, after: hero })
export const recoded = (id: string): RowEdit => ({ kind: 'annotation', id, before: hero, after: villain })
export const deleted = (id: string): RowEdit => ({ kind: 'annotation', id, before: hero, after: null })
