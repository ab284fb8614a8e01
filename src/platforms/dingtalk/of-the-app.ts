const ofTheApp =
  /forbidden|permission|robotcode|auth|clientid|secret|appkey|openconversationid|^HTTP 40[13]$/i

/**
 * Whether a refusal speaks of the app and not of the message: permission, robot code, credentials, a group that the
 * robot is not in. An administrator has to mend it; no repeat would help.
 */
export function isOfTheApp(reason: string): boolean {
  return ofTheApp.test(reason)
}
