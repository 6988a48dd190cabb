import type { OwnKeys } from './key-map'

/** A command or code has at most so many strokes. */
export const mostKeys = 4

function without(own: OwnKeys, stroke: string): OwnKeys {
  return Object.fromEntries(Object.entries(own).map(([id, strokes]) => [id, strokes.filter((one) => one !== stroke)]))
}

/** Gives a command or code these strokes and no others; whoever had one of them by choice has it no more. */
export function withKeys(own: OwnKeys, id: string, strokes: readonly string[]): OwnKeys {
  const others = strokes.reduce(without, own)
  return { ...others, [id]: [...new Set(strokes)].slice(0, mostKeys) }
}

/** Gives a command or code its usual strokes back. */
export function withUsualKeys(own: OwnKeys, id: string): OwnKeys {
  const { [id]: _, ...others } = own
  return others
}
