/**
 * Puts together the things that share a name, directly or through others: the connected parts, each of which can be
 * solved by itself. Things keep their order.
 */
export function connectedParts<Thing>(
  things: readonly Thing[],
  namesOf: (thing: Thing) => readonly string[],
): Thing[][] {
  const parentOf = new Map<string, string>()
  const root = (name: string): string => {
    let top = name
    for (let next = parentOf.get(top); next !== undefined && next !== top; next = parentOf.get(top)) top = next
    parentOf.set(name, top)
    return top
  }
  const names = things.map(namesOf)
  for (const [first, ...others] of names) {
    if (first === undefined) continue
    for (const other of others) parentOf.set(root(other), root(first))
  }
  const parts = new Map<string, Thing[]>()
  things.forEach((thing, i) => {
    const name = root(names[i]?.[0] ?? '')
    const part = parts.get(name)
    if (part) part.push(thing)
    else parts.set(name, [thing])
  })
  return [...parts.values()]
}
