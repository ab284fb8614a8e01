/** The host of a URL, with its port: what an administrator has to name. The rest may be a secret. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
