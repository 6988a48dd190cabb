/** Stands for an observer of sizes where nothing is laid out: it never tells of any. */
export class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
