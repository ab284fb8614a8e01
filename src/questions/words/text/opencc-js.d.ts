/** What is used of it: the package's own types leave extensions out, which Node's resolution does not follow. */
declare module 'opencc-js/t2cn' {
  /** A converter of texts from traditional characters to those of the mainland. */
  export function Converter(options: { readonly from: 't'; readonly to: 'cn' }): (text: string) => string
}
