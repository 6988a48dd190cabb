import { coderPairs } from '../../agreement/contingencies'
import type { ValueTable } from '../../agreement/report/document-statistics'
import type { UnitMarks } from './unit-marks'
import { ValueCounts, ValuePlaces } from './value-counts'

/** How often two coders gave which sets of a family's codes to the same unit; "" is the empty set. */
export function familySets(marks: UnitMarks, codes: readonly string[]): ValueTable {
  const names = ['']
  const next = new Map<string, number>()
  const withCode = (set: number, code: string) => {
    const step = `${set} ${code}`
    const known = next.get(step)
    if (known !== undefined) return known
    names.push(names[set] ? `${names[set]}|${code}` : code)
    next.set(step, names.length - 1)
    return names.length - 1
  }
  const sets = Array.from({ length: marks.coders }, () => new Uint32Array(marks.units))
  for (const code of [...codes].sort()) {
    sets.forEach((own, coder) => {
      marks.eachMarked(code, coder, (place) => {
        own[place] = withCode(own[place] ?? 0, code)
      })
    })
  }
  const places = new ValuePlaces(names)
  const placeOf = names.map((name) => places.placeOf(name))
  const counts = new ValueCounts(places)
  countPairs(sets, names.length, (pair, one, other, times) => {
    counts.add(pair, placeOf[one] ?? -1, placeOf[other] ?? -1, times)
  })
  return counts.table()
}

const none = new Uint32Array()

/** Visits which sets two coders have how often. @param size how many different sets there are */
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
