import { coderPairs } from '../../agreement/contingencies'
import type { ValueTable } from '../../agreement/report/document-statistics'
import type { UnitMarks } from './unit-marks'

/** How often two coders gave which sets of a family's codes to the same unit; "" is the empty set. */
export function familySets(marks: UnitMarks, codes: readonly string[]): ValueTable {
  const { sets, names } = unitSets(marks, codes)
  const cells: number[] = []
  countPairs(sets, names.length, (...cell) => cells.push(...cell))
  return withoutUnused(names, cells)
}

interface UnitSets {
  /** Per coder the set of each unit, by its place among the names. */
  sets: Uint32Array[]
  /** Sorted. */
  names: string[]
}

function unitSets(marks: UnitMarks, codes: readonly string[]): UnitSets {
  const made = ['']
  const next = new Map<string, number>()
  const withCode = (set: number, code: string) => {
    const name = made[set] ? `${made[set]}|${code}` : code
    const known = next.get(name)
    if (known !== undefined) return known
    next.set(name, made.length)
    return made.push(name) - 1
  }
  const sets = Array.from({ length: marks.coders }, () => new Uint32Array(marks.units))
  for (const code of [...codes].sort()) {
    sets.forEach((own, coder) => {
      marks.eachMarked(code, coder, (place) => {
        own[place] = withCode(own[place] ?? 0, code)
      })
    })
  }
  const names = [...made].sort()
  const placeOf = made.map((name) => names.indexOf(name))
  return { sets: sets.map((own) => own.map((set) => placeOf[set] ?? 0)), names }
}

const none = new Uint32Array()

/** Visits which sets two coders have how often, by pair and sets. @param size how many different sets there are */
function countPairs(
  sets: readonly Uint32Array[],
  size: number,
  visit: (pair: number, one: number, other: number, times: number) => void,
): void {
  const table = new Uint32Array(size * size)
  coderPairs(sets.length).forEach(([a, b], pair) => {
    const [one, other] = [sets[a] ?? none, sets[b] ?? none]
    table.fill(0)
    for (let place = 0; place < one.length; place += 1) {
      const cell = (one[place] ?? 0) * size + (other[place] ?? 0)
      table[cell] = (table[cell] ?? 0) + 1
    }
    for (let cell = 0; cell < table.length; cell += 1) {
      const times = table[cell] ?? 0
      if (times > 0) visit(pair, Math.floor(cell / size), cell % size, times)
    }
  })
}

/** Leaves out the sets that are no unit's in the end, such as those on the way to a larger one. */
function withoutUnused(names: readonly string[], cells: readonly number[]): ValueTable {
  const used = new Set<number>()
  for (let i = 0; i < cells.length; i += 4) used.add(cells[i + 1] ?? 0).add(cells[i + 2] ?? 0)
  const values: string[] = []
  const placeOf = names.map((name, place) => (used.has(place) ? values.push(name) - 1 : -1))
  const isValue = (i: number) => i % 4 === 1 || i % 4 === 2
  return { values, cells: cells.map((number, i) => (isValue(i) ? (placeOf[number] ?? -1) : number)) }
}
