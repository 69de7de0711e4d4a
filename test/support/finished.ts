/** Runs a generator to its end and gives what it returns, with everything it yielded before. */
export function finished<Y, R>(work: Generator<Y, R, unknown>): { yielded: Y[]; value: R } {
  const yielded: Y[] = []
  for (;;) {
    const step = work.next()
    if (step.done) return { yielded, value: step.value }
    yielded.push(step.value)
  }
}
