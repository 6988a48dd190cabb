/** The keys of two lists, each once: in the order of the second, what is missing there behind what it followed before. */
export function keysOfBoth(before: readonly string[], after: readonly string[]): string[] {
  const keys = [...after]
  before.forEach((key, place) => {
    if (!keys.includes(key)) keys.splice(place === 0 ? 0 : keys.indexOf(before[place - 1] ?? '') + 1, 0, key)
  })
  return keys
}
