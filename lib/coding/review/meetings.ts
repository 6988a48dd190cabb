import { coderPairs } from '../../agreement/contingencies'
import { closestPartners, type Partners } from '../statistics/partners'
import type { Component, Edge } from './graph'
import type { PlacedReading } from './placed-readings'

/** Two coders in one component, by their places among the parties; at least one of them has annotations in it. */
export interface Meeting {
  parties: readonly [number, number]
  /** Their pseudonyms. */
  coders: readonly [string, string]
  /** Their annotations in it, in order. */
  nodes: readonly [readonly number[], readonly number[]]
  edges: readonly Edge[]
  /** Those edges that join partners, one to one; by place. */
  matches: readonly Edge[]
}

const nothing: readonly Edge[] = []

/** All pairs of coders who submitted a document, named once. */
export interface CoderPairs {
  coders: number
  all: readonly Pick<Meeting, 'parties' | 'coders'>[]
}

/** @param coders pseudonyms, sorted */
export function pairsOf(coders: readonly string[]): CoderPairs {
  const all = coderPairs(coders.length).map(([first, second]) => {
    return { parties: [first, second] as const, coders: [coders[first] ?? '', coders[second] ?? ''] as const }
  })
  return { coders: coders.length, all }
}

/** The meetings of all pairs of coders, in the order of the parties. @param pairs of those who submitted the document */
export function meetingsOf(
  { nodes, edges }: Component,
  readings: readonly PlacedReading[],
  pairs: CoderPairs,
): Meeting[] {
  const own: number[][] = Array.from({ length: pairs.coders }, () => [])
  /** Of each annotation: its place among those of its coder. */
  const places = new Map<number, number>()
  for (const node of nodes) {
    const list = own[readings[node]?.party ?? 0]
    if (list) places.set(node, list.push(node) - 1)
  }
  const between = edgesByPair(edges, readings, pairs.coders)
  const meetings: Meeting[] = []
  for (const { parties, coders } of pairs.all) {
    const [left, right] = [own[parties[0]] ?? [], own[parties[1]] ?? []]
    if (left.length === 0 && right.length === 0) continue
    const nodes = [left, right] as const
    const met = between.get(parties[0] * pairs.coders + parties[1]) ?? nothing
    const matches = isContested(met) ? matchesOf(nodes, met, readings, places) : met
    meetings.push({ parties, coders, nodes, edges: met, matches })
  }
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

function edgesByPair(edges: readonly Edge[], readings: readonly PlacedReading[], parties: number): Map<number, Edge[]> {
  const byPair = new Map<number, Edge[]>()
  for (const edge of edges) {
    const pair = (readings[edge.one]?.party ?? 0) * parties + (readings[edge.other]?.party ?? 0)
    const list = byPair.get(pair)
    if (list) list.push(edge)
    else byPair.set(pair, [edge])
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
