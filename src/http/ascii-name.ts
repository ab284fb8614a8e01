/**
 * The name of a file for programs that read only ASCII in a header: its letters and digits, its ending, and a word in
 * front where other characters stood (`2021—2025年依申请.txt` → `gongkai-2021-2025.txt`). ASCII names stay as they are.
 */
export function asciiName(name: string): string {
  if (/^[\x20-\x7e]*$/.test(name)) return name
  const [, base = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(name) ?? []
  const kept = base.replaceAll(/[^A-Za-z0-9_]+/g, '-').replaceAll(/^-+|-+$/g, '')
  return `${['gongkai', kept].filter((part) => part !== '').join('-')}${ending}`
}
