import type { Page } from 'playwright-core'

/** Runs in the page: what this tab tells the others stays on its way until it hears "arrive". */
function holdBack(): void {
  const post = BroadcastChannel.prototype.postMessage
  const underWay: (() => void)[] = []
  BroadcastChannel.prototype.postMessage = function (message) {
    underWay.push(() => post.call(this, message))
  }
  const arrive = () => {
    BroadcastChannel.prototype.postMessage = post
    for (const message of underWay) message()
  }
  window.addEventListener('arrive', arrive, { once: true })
}

/** Lets what the tabs did happen at the same moment: neither hears of the other before it is done. */
export async function atTheSameMoment(tabs: readonly Page[], does: () => Promise<unknown>): Promise<void> {
  for (const page of tabs) await page.evaluate(holdBack)
  await does()
  for (const page of tabs) await page.evaluate(() => window.dispatchEvent(new Event('arrive')))
}
