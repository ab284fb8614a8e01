/** Traditional characters that words of the lexicon and names of agencies are written with, each before its simplified one. */
const pairs = [
  '並并佈布佔占併并來来係系個个們们傳传價价億亿兒儿兗兖內内兩两別别刪删剛刚劃划動动務务勝胜勞劳勢势區区協协卻却厤历員员問问喫吃單单嗎吗嘍喽噁恶噹当嚮向國国圍围圖图',
  '垻坝執执報报場场墊垫壩坝婦妇學学寧宁審审寫写將将專专對对導导屬属島岛嶺岭師师幫帮幹干幾几廢废廣广廳厅張张強强彆别後后從从復复惡恶態态憑凭應应戶户捲卷換换損损擊击',
  '據据擬拟敎教敗败數数於于旣既時时曆历曏向書书會会東东査查條条業业榦干構构樓楼標标樣样橋桥機机檢检檯台權权歲岁歷历歸归殘残氣气決决沒没況况減减測测準准溝沟滿满漲涨',
  '濟济濫滥瀏浏灣湾為为無无煩烦熱热爭争爲为獲获現现環环產产産产當当療疗發发監监眞真眾众確确碼码祕秘稅税種种穩稳穫获箇个範范糾纠紅红納纳級级細细組组結结絕绝絡络給给',
  '統统絲丝絶绝經经綜综綫线維维網网綵彩線线編编緻致縣县總总織织繫系繳缴繼继續续纍累纔才罰罚羅罗羣群義义習习聞闻聯联職职脩修臺台與与興兴舉举舘馆莊庄華华萬万處处號号',
  '衆众術术衕同衛卫裏里補补裡里製制複复覈核見见規规覽览訂订計计訓训訟讼訪访設设許许訴诉註注証证評评詢询話话該该詳详認认誤误說说説说誰谁請请謝谢證证譜谱譯译議议護护',
  '讀读變变負负財财貧贫責责費费資资贏赢趨趋踰逾軍军較较輸输轉转辦办農农迴回這这進进遊游運运過过達达遞递遲迟還还邊边郵邮鄉乡醫医釦扣銜衔銷销鋪铺錢钱錯错鎭镇鎮镇長长',
  '門门開开間间閤合閱阅閲阅闆板關关陞升陰阴陽阳隊队隱隐雲云電电項项順顺預预領领頭头頻频題题額额類类顯显颱台飯饭餘余館馆馬马駕驾驗验體体髮发鳳凤麪面麫面麯曲麴曲麵面',
  '麼么麽么點点黨党齊齐齣出龍龙',
].join('')

const simplified = new Map(
  Array.from({ length: pairs.length / 2 }, (_, index) => [
    pairs.charAt(index * 2),
    pairs.charAt(index * 2 + 1),
  ]),
)

/** Words in simplified characters. Others than those of the lexicon stay as they are. */
export function inSimplified(text: string): string {
  return Array.from(text, (character) => simplified.get(character) ?? character).join('')
}
