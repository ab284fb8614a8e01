import { describe, expect, test } from '@jest/globals'

import { formatNumber } from '../../../src/readers/docx/number-format.ts'

describe('a number prints as its format says', () => {
  test.each<[format: string, numbers: readonly number[], printed: string]>([
    ['decimal', [1, 10, 105], '1 10 105'],
    ['decimalZero', [1, 10], '01 10'],
    ['decimalFullWidth', [1, 10], '１ １０'],
    ['decimalEnclosedCircle', [0, 1, 20, 21, 36, 50, 51], '⓪ ① ⑳ ㉑ ㊱ ㊿ 51'],
    ['decimalEnclosedCircleChinese', [5], '⑤'],
    ['decimalEnclosedFullstop', [1, 20, 21], '⒈ ⒛ 21'],
    ['decimalEnclosedParen', [1, 20], '⑴ ⒇'],
    ['ideographEnclosedCircle', [1, 10], '㊀ ㊉'],
    ['numberInDash', [3], '- 3 -'],
    ['chineseCounting', [1, 5, 10, 11, 19, 20, 21, 99], '一 五 十 十一 十九 二十 二十一 九十九'],
    [
      'chineseCountingThousand',
      [10, 12, 100, 101, 110, 1000, 1002, 10_000],
      '十 十二 一百 一百〇一 一百一十 一千 一千〇二 10000',
    ],
    ['taiwaneseCountingThousand', [5, 15], '五 十五'],
    ['japaneseCounting', [5, 15, 100, 120, 1000], '五 十五 百 百二十 千'],
    ['ideographTraditional', [1, 5, 6], '一 五 六'],
    ['ideographDigital', [1, 10, 11, 20], '一 一〇 一一 二〇'],
    ['taiwaneseDigital', [12], '一二'],
    ['ideographZodiac', [1, 12, 13], '子 亥 13'],
    ['chineseLegalSimplified', [1, 5, 10, 11, 20, 102], '壹 伍 壹拾 壹拾壹 贰拾 壹佰零贰'],
    ['ideographLegalTraditional', [3, 6], '參 陸'],
    ['upperRoman', [1, 4, 9, 14, 40, 90, 400, 1994], 'I IV IX XIV XL XC CD MCMXCIV'],
    ['lowerRoman', [3], 'iii'],
    ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
    ['lowerLetter', [2, 28], 'b bb'],
    ['none', [1, 2], ' '],
    ['bullet', [1], ''],
    ['thaiLetters', [3], '3'],
    ['upperRoman', [0], '0'],
    ['chineseCounting', [0, -1], '〇 -1'],
  ])('%s %j', (format, numbers, printed) => {
    expect(numbers.map((number) => formatNumber(number, format)).join(' ')).toBe(printed)
  })
})
