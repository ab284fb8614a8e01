import type { WordRole } from '../tokens/roles.ts'

/** A word that means something only where it stands. */
export interface PlacedWord {
  readonly role: WordRole
  /** A regular expression, for the normalised question. */
  readonly where: string
}

const empty = (where: string): PlacedWord => ({ role: { is: 'empty' }, where })

/** Words of the lexicon that need what stands before or behind them. */
export const placedWords: readonly PlacedWord[] = [
  // 急！ by itself; not in 加急的.
  empty('(?<=^|[,、])(?:急|急求|在线等)(?=$|[,、])'),
  // …的名单给我.
  empty('给我们?(?=$|[,、列排看说报拉算查统汇找])'),
  // 收费总额，万元: the unit it is to be told in.
  empty(',万元(?=$)'),
  // 全部办结件, 被告得最多, 无法提供的件占几成.
  empty('全部(?=收件|办结|申请|新收|办理)|得(?=最[多少高低快])|(?<=的)件(?=在|占)'),
  // 作部分公开的, 来要出版物的.
  empty('作(?=不予|予以|部分|无法|其他|区分)|来(?=申请|要|提|问)|要(?=留|转|结转|写|接|收|办)'),
  // 隔壁白沙: who is named behind it.
  empty(
    '(?:我们|咱们?|我)?隔壁(?:的)?(?!的|单位|[区县市旗省比各相差几多少呢依申复诉许处强收公不予部办结新上,、和跟与]|$)',
  ),
  // 以国家秘密为由, 拿商业秘密挡回去: what stands between is the reason.
  empty('(?:以|拿|凭)(?=[^,、]{2,16}(?:为由|为理由|名义|答复|回复|回绝|拒绝|不给|当理由|说事|挡))'),
  // 2024年又是多少: nothing is joined.
  empty('又(?:是|有)?(?=[几多谁]|哪)'),
  // 放在全区, 拿来跟前年对照, 以2021年为基数: what follows says what is done.
  empty('放(?:在|到)(?=全|各|所有|整个|镇|街|乡|部门|[区县市])'),
  empty(
    '拿来?(?=(?:跟|和|与|同)?[^,]{0,20}(?:比|对照|底数|基数|基准|参照))|以(?=[^,]{0,8}(?:为|作为)(?:底数|基数|基准|参照))',
  ),
  // 要一个24年各镇街的申请数.
  empty('要一?个(?=\\d|[去前今本各全])'),
  // 翻一下城管局2023年的表，行政处罚几件.
  empty('(?<=年的?|局的|办的|委的)表(?=,)'),
  // 公安、城管、市监这三家; 街道这几家.
  empty(
    '(?<=[^,那看]{2})这(?=[两三四五六七八九十]家)|(?<=街道|镇街|乡镇|部门|[局委办镇乡道])这几[家个](?:单位)?',
  ),
  // 行政许可办得最多的, 罚得谁多.
  empty('[办发开做打收罚接批]得(?=最|谁)'),
  // 办完的件里.
  empty('件(?:里|中|当中)(?:头|面)?(?:的)?'),
  // 老师，老师好，老师请问; not 老师申请.
  empty('(?<=^|[,、])(?:各位)?老师们?(?=[,、您你请麻]|$)|(?<=^|[,、])(?:各位)?老师们?好'),
  // 答复对方的, 人家来告的; not 对方胜诉.
  empty('对方(?=“|本机关|不|没)|人家(?=来告|来要|要的)'),
  // 区政府自己那份报告; not 自己申请的.
  empty('自己(?=的?(?:那份|这份|报告|年报|20|去年|今年|前年|本年))'),
  // 应该是124件吧; 确定交了吧.
  empty(
    '应该是(?=[\\d一二三四五六七八九十百]+(?:\\.\\d+)?[件条个份起宗项次万%]*(?:元)?(?:吧|吗|,?对))|确定(?=交|报|送|没|已)',
  ),
  // 2025年对2024年.
  { role: { is: 'than' }, where: '(?<=年(?:度)?(?:的)?)对(?=\\d{2,4}年|[去前上]年)' },
  empty('总体(?:的)?(?=构成|情况|分布|结构)'),
  // 收了几件: of requests; 收了多少钱 is not.
  { role: { is: 'row', row: 'received', weight: 'verb' }, where: '收了?(?=(?:几|多少)[件份个])' },
  { role: { is: 'row', row: 'received', weight: 'faint' }, where: '收了?(?!了|(?:几|多少)[件份个])' },
  // 打官司没有，几起.
  { role: { is: 'whether' }, where: '没(?:有)?,(?=(?:一共|共|有)?(?:几|多少))' },
  // 把公安分局撇开，其余单位.
  {
    role: { is: 'exceptEnd' },
    where: '(?:撇开|抛开|刨掉|刨开|刨去|去掉|除开|扣掉|扣除|排除|剔除)(?:了|后|之后|以后)?,',
  },
]
