/** How the name of an organ, or of the area whose government reports, ends. */
const organEnd =
  /(?:[局委会厅部署办室心队所站处院校社团馆府镇乡街道区县市省旗州盟司台场港园组行库段木]|大学|[中小]学|兵团第[一二三四五六七八九十百]{1,4}师)[”"』」]?(?:[(（][^()（）]*[)）])?$/
const areaStart =
  /^(?:[^省市县区盟旗镇乡]{2,}?(?:[省市县区州盟旗镇乡]|街道)|\p{Script=Han}县|市[中南北]区|国家|中国)(?=.)/u
/** With the number of a hotline or a line, letters, a dash or another sign, quotes, and 、 between the agencies of a joint report. */
const body =
  /^(?:\p{Script=Han}|[“"「『])[\p{Script=Han}()（）·\dA-Za-z—－–\-+＋&＆/“”"「」『』、]{0,48}[\p{Script=Han})）”"」』]$/u

/** Words of a web page or of a sentence that no agency's name contains. */
const foreign =
  /首页|主页|正文|信息公开|^政务公开|政务公开$|年报|年度|报告|字体|字号|大中小|打印|分享|来源|浏览|点击|访问|发布|时间|日期|索引|主题词|分类|搜索|检索|登录|注册|无障碍|网站|门户|导航|位置|当前|专栏|专题|栏目|目录|附件|下载|关闭|返回|上一|下一|微信|微博|扫一扫|二维码|版权所有|备案|主办|标题|文号|有效|公开指南|公开制度|根据|按照|依据|为了|现将|公布|编制(?!委员会|办)|以下|关于/

/** Words an organ calls itself and its area by; they name nobody. */
const itself =
  /^我|^全(?:省|市|县|区|旗|盟|镇|乡)|^(?:本|该|各)(?:省|市|县|区|旗|州|盟|镇|乡|街道?|局|委|厅|办|院|会|中心|机关|行政机关|单位|部门|级|政府|办公室|管委会)|^(?:机关|单位|部门|政府|人民政府|办公室|街道办?|街道办事处|管委会|[市县区省镇乡])$/u

/** True for what may be an agency's name as a title prints it; spaces must be gone. */
export function isAgencyName(name: string): boolean {
  return body.test(name) && isMostlyWords(name) && !foreign.test(name) && !itself.test(name)
}

/** Letters and digits are few in a name, and no date, page or file number stands in it. */
function isMostlyWords(name: string): boolean {
  const words = name.match(/\p{Script=Han}/gu)?.length ?? 0
  const others = name.match(/[\dA-Za-z]/g)?.length ?? 0
  return words >= 2 && others <= words && !/\d[年月日页]|\d-|[A-Za-z]{12}/.test(name)
}

/** True for 我局, 本机关 and for a name not yet filled in (XX局): they stand for the agency and do not name it. */
export function namesNobody(name: string): boolean {
  return (itself.test(name) && name.length <= 8) || /^[Xx×＊*_]{2,}\p{Script=Han}{0,12}$/u.test(name)
}

/** True where the name ends as organs and areas do. */
export function endsAsOrgan(name: string): boolean {
  return organEnd.test(name)
}

/** True where the name ends as an organ does and begins with its area: nothing seems to be missing from it. */
export function isWholeName(name: string): boolean {
  return isAgencyName(name) && organEnd.test(name) && areaStart.test(name)
}
