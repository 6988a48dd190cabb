import { closestPartners, type Partners } from '../statistics/partners'
import type { Component, Edge } from './graph'
import type { PlacedReading } from './placed-readings'

/** Two coders in one component, by their places among the parties; at least one of them has annotations in it. */
export interface Meeting {
  parties: readonly [number, number]
  /** Their annotations in it, in order. */
  nodes: readonly [readonly number[], readonly number[]]
  /** `one` is the first coder's, `other` the second's. */
  edges: readonly Edge[]
  /** Those edges that join partners, one to one; by place. */
  matches: readonly Edge[]
}

const nothing: readonly Edge[] = []

/** The meetings of all pairs of coders, in the order of the parties. @param parties how many submitted the document */
export function meetingsOf(
  { nodes, edges }: Component,
  readings: readonly PlacedReading[],
  parties: number,
): Meeting[] {
  const own: number[][] = Array.from({ length: parties }, () => [])
  /** Of each annotation: its place among those of its coder. */
  const places = new Map<number, number>()
  for (const node of nodes) {
    const list = own[readings[node]?.party ?? 0]
    if (list) places.set(node, list.push(node) - 1)
  }
  const between = edgesByPair(edges, readings, parties)
  const meetings: Meeting[] = []
  own.forEach((left, first) => {
    for (let second = first + 1; second < parties; second += 1) {
      const right = own[second] ?? []
      if (left.length === 0 && right.length === 0) continue
      const both = [left, right] as const
      const met = between.get(first * parties + second) ?? nothing
      const matches = isContested(met) ? matchesOf(both, met, readings, places) : met
      meetings.push({ parties: [first, second], nodes: both, edges: met, matches })
    }
  })
  return meetings
}

/** Whether any annotation could have one of several partners. */
function isContested(edges: readonly Edge[]): boolean {
  for (let i = 1; i < edges.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      if (edges[i]?.one === edges[j]?.one || edges[i]?.other === edges[j]?.other) return true
    }
  }
  return false
}

/** Edges by pair of coders, turned so that `one` is the first coder's. */
function edgesByPair(edges: readonly Edge[], readings: readonly PlacedReading[], parties: number): Map<number, Edge[]> {
  const byPair = new Map<number, Edge[]>()
  for (const edge of edges) {
    const [left, right] = [readings[edge.one]?.party ?? 0, readings[edge.other]?.party ?? 0]
    const turned = left < right ? edge : { one: edge.other, other: edge.one, shared: edge.shared }
    const pair = Math.min(left, right) * parties + Math.max(left, right)
    const list = byPair.get(pair)
    if (list) list.push(turned)
    else byPair.set(pair, [turned])
  }
  return byPair
}

/**
 * The closest partners, as agreement matches spans. Where matchings are equally good the choice depends on what the two
 * have, never on who is called first.
 */
function matchesOf(
  nodes: Meeting['nodes'],
  edges: readonly Edge[],
  readings: readonly PlacedReading[],
  places: ReadonlyMap<number, number>,
): Edge[] {
  const isTurned = comesBefore(nodes[1], nodes[0], readings)
  const possible = edges.map((edge) => {
    const [one, other] = [places.get(edge.one) ?? 0, places.get(edge.other) ?? 0]
    return isTurned ? partners(edge, other, one, readings) : partners(edge, one, other, readings)
  })
  possible.sort((one, other) => one.a - other.a || one.b - other.b)
  const chosen = new Set<Partners>(closestPartners(possible))
  return possible
    .filter((one) => chosen.has(one))
    .map(({ edge }) => edge)
    .sort((one, other) => one.one - other.one || one.other - other.other)
}

function comesBefore(left: readonly number[], right: readonly number[], readings: readonly PlacedReading[]): boolean {
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const [one, other] = [readings[left[i] ?? -1]?.rank ?? -1, readings[right[i] ?? -1]?.rank ?? -1]
    if (one !== other) return one < other
  }
  return false
}

interface EdgePartners extends Partners {
  edge: Edge
}

function partners(edge: Edge, a: number, b: number, readings: readonly PlacedReading[]): EdgePartners {
  const { one, other, shared } = edge
  const [left, right] = [readings[one], readings[other]]
  if (!left || !right) return { a, b, shared, iou: 0, sameCode: false, sameValues: 0, edge }
  const sameCode = left.code === right.code
  const iou = shared / (left.length + right.length - shared)
  return { a, b, shared, iou, sameCode, sameValues: sameCode ? sameValues(left, right) : 0, edge }
}

function sameValues(left: PlacedReading, right: PlacedReading): number {
  let same = 0
  eachAttribute(left, right, (_, one, other) => {
    if (one !== null && one === other) same += 1
  })
  return same
}

/** What both give to each attribute that both codebook versions ask for, in the first's order. */
export function eachAttribute(
  left: PlacedReading,
  right: PlacedReading,
  visit: (key: string, value: string | null, other: string | null) => void,
): void {
  left.attributes.forEach((key, i) => {
    const place = left.attributes === right.attributes ? i : right.attributes.indexOf(key)
    if (place >= 0) visit(key, left.values[i] ?? null, right.values[place] ?? null)
  })
}
