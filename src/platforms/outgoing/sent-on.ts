/** Whether an HTTP status sends its asker elsewhere. The platforms' APIs do so to nobody: some gateway before them does. */
export function isSentOn(status: number): boolean {
  return status >= 300 && status < 400
}
