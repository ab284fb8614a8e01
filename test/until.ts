/** Within a test's own time limit, so that what waits in vain does not outlive its test. */
const patience = 55_000

/** Lets the event loop turn until the condition holds; rejects where it does not come to that. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + patience
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`waited in vain for ${condition.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
