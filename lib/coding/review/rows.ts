import type { Component } from './graph'
import type { Meeting } from './meetings'

/** The annotations of a component in rows of those that are each other's partners, by place. */
export function rowsOf({ nodes }: Component, meetings: readonly Meeting[]): number[][] {
  const rows = new Map<number, number[]>(nodes.map((node) => [node, [node]]))
  for (const { matches } of meetings) {
    for (const { one, other } of matches) {
      const [row, otherRow] = [rows.get(one), rows.get(other)]
      if (!row || !otherRow || row === otherRow) continue
      row.push(...otherRow)
      for (const node of otherRow) rows.set(node, row)
    }
  }
  return [...new Set(rows.values())]
}
