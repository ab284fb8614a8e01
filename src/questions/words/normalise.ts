/** Traditional characters that words of the lexicon and agency names are written with, each before its simplified one. */
const traditional =
  '請请數数幾几開开處处結结轉转複复復复議议訴诉訟讼許许罰罚強强區区縣县鄉乡鎮镇總总計计個个單单體体業业務务發发們们嗎吗來来這这還还沒没無无與与組组織织條条種种類类時时間间為为麼么麻麻煩烦問问報报據据檢检對对現现說说給给學学術术產产資资規规劃划衛卫應应醫医療疗執执辦办廳厅環环農农軍军審审財财統统稅税氣气電电樓楼龍龙橋桥兗兖達达號号項项貧贫幫帮詢询顯显齊齐哪哪裡里裏里後后國国機机關关構构歷历協协門门員员過过確确認认該该較较變变勢势頭头從从東东廣广紅红華华陽阳陰阴萬万兩两億亿點点'

const simplified = new Map(
  Array.from({ length: traditional.length / 2 }, (_, index) => [
    traditional.charAt(index * 2),
    traditional.charAt(index * 2 + 1),
  ]),
)

/**
 * A question as the lexicon can be matched against it: the first mention off, NFKC, lower case, simplified, spaces,
 * brackets, quotes and emoji dropped, other marks unified. `、` is kept: it is said as 和.
 */
export function normaliseQuestion(text: string): string {
  const plain = text
    .replace(/[@＠][^\s\u2005]*/u, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Cf}\p{Variation_Selector}]/gu, '')
    .replaceAll(/[\s()[\]{}<>《》〈〉【】「」『』“”"'‘’`*_]/gu, '')
    .replaceAll(/[-‐-―—–−－~～]+/gu, '-')
    .replaceAll(/[,，。;；:：?？!！….·・|/\\]+/gu, (marks) => (/^\.$/.test(marks) ? '.' : ','))
  return Array.from(plain, (character) => simplified.get(character) ?? character).join('')
}
