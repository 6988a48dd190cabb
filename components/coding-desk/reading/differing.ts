/** The stretch of two lists that is not the same in both: from one place on, up to another one in each of them. */
export interface Differing {
  from: number
  /** Where it ends in the list of before. */
  before: number
  /** Where it ends in the list of now. */
  now: number
}

/** What lies between what two lists begin with and what they end with. */
export function differing(before: readonly unknown[], now: readonly unknown[]): Differing {
  const most = Math.min(before.length, now.length)
  let from = 0
  while (from < most && before[from] === now[from]) from += 1
  let [was, is] = [before.length, now.length]
  while (was > from && is > from && before[was - 1] === now[is - 1]) {
    was -= 1
    is -= 1
  }
  return { from, before: was, now: is }
}

/** Another list with the stretch of now in the place of that of before. */
export function withStretch<Item>(list: readonly Item[], { from, before }: Differing, now: readonly Item[]): Item[] {
  return list.slice(0, from).concat(now, list.slice(before))
}

/** The stretch of two pairs of lists, all as long as their partners, outside which neither pair differs. */
export function both(one: Differing, other: Differing): Differing {
  return {
    from: Math.min(one.from, other.from),
    before: Math.max(one.before, other.before),
    now: Math.max(one.now, other.now),
  }
}
