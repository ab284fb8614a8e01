/** The platform that calls at this path; null: no platform does. */
export function callbackPlatform(path: string): 'wecom' | 'dingtalk' | null {
  const [, first] = path.split('/')
  return first === 'wecom' || first === 'dingtalk' ? first : null
}
