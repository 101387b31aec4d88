### 中文（简体）。写给居民看：短句，大白话，不用行话；用了行话就当场解释。

## 页头、页脚
title = 看病能报多少
page-title = 看病能报多少 · 医保报销估算
brand = 医保报销估算
lead = 说说发生了什么、医保在哪里交，马上看到大概能报多少。不知道的可以不填。
privacy = 所有计算都在您自己的设备上完成，填的内容不会传出去。不放心可以打开飞行模式再用。
privacy-check = 怎样确认
skip = 跳到结果
disclaimer = 这是按公开政策做的估算，不是结算凭证。以医院和医保局的结算为准。
version = 计算程序 { $engine } · 规则 { $policies }

## 状态
starting = 正在准备……
failed-title = 计算程序没能启动
failed-text = 请刷新页面，或换一个较新的浏览器（Chrome 97、Safari 16、Firefox 102 以上）。也可以直接拨打医保热线 12393。
failed-detail = 技术信息：{ $reason }
failed-answers = 您已经填的内容
failed-leave = 换一个参保地，填的内容都留着
failed-bug-title = 计算程序出错了
failed-bug-text = 这是程序的错误，不是您填错了。您填的都还在：可以改一改再试，或者直接拨打医保热线 12393。
policies-failed-title = 本站的医保规定没能读取
policies-failed-text = 本站用的是自己的规定文件，但是文件有问题，所以现在不能估算：宁可不算，也不能算错。请过些时候再来，或者拨打医保热线 12393。
policies-failed-detail = 给网站管理员：

## 第一件事：发生了什么
start-title = 发生了什么事
start-hint = 选最接近的一项，我们先问要紧的。选哪一项都不影响能享受的待遇，随时可以换。
start-skip = 跳过，直接填写
start-none = 没有选
change = 更改
situation-child = 孩子生病或受伤
situation-child-note = 门诊、住院、意外伤害、康复训练
situation-newborn = 家里添了宝宝
situation-newborn-note = 多久之内要参保，出生以来的费用怎么报
situation-chronic = 长期吃药看病
situation-chronic-note = 高血压、糖尿病等慢性病
situation-hospital = 住院
situation-hospital-note = 已经出院，或者快要住院
situation-care = 家人需要长期照护
situation-care-note = 在家护理，或者住护理机构
situation-hardship = 家里困难，看病花费大
situation-hardship-note = 低保、特困、低收入，或者看病花了很多钱
situation-entitled = 没有费用，看看能享受什么
situation-entitled-note = 不用填费用
expenses-none-hint = 不填费用，也能看到有哪些待遇。有了费用再填。
expense-first = 填一笔费用
headline-entitled = 目前看，有 { $n } 项待遇适用。
headline-entitled-more = 还有 { $n } 项可能适用。
headline-entitled-perhaps = 目前看，有 { $n } 项待遇可能适用。
headline-entitled-none = 目前看，没有适用的待遇。

## 第一步：地区
section-region = 在哪里参保
region = 参保地
region-hint = 看医保是在哪里交的，不是户口在哪里，也不是医院在哪里。
region-loading = 正在取这个地方的规定……
region-failed = 这个地方的规定没能取来。您填的内容都还在。请检查网络，再试一次，或者拨打医保热线 12393。
retry = 再试一次
region-cities = 市、县、区
region-wide = 只看国家或全省的规定
section-person = 参保人
person-hint = 看病的那个人。给孩子算，就填孩子的。
whose = 填看病的那个人的。
situation-child-whose = 填孩子的，不是家长的。
situation-newborn-whose = 填宝宝的，不是爸爸妈妈的。
situation-care-whose = 填需要照护的那个人的。
situation-entitled-whose = 想给谁查，就填谁的。
section-notes = 当地须知

## 第二步：费用
section-expenses = 看病的费用
expenses-hint = 同一年的几笔可以一起填：起付线、封顶线按全年算。还没有花费也可以先跳过，看看能享受什么。
expense-title = 第 { $n } 笔费用
expense-remove = 删去第 { $n } 笔
expense-add = 再加一笔费用
service = 看病的方式
service-hint = 选定以后，才知道该按哪条规定算。
date = 日期
date-hint = 填看病那天。
date-hint-stay = 填出院结算那天。
date-hint-care = 填护理开始那天。
date-later = 这一天还没有到：先按现在（{ DATE($today) }）知道的规定算，到时候规定可能会变。
date-earlier = 这一天比这里收录的规定都早（最早的是 { DATE($first) }）：是按现有最早的规定算的，当时可能不一样。
total = 总费用
total-hint = 结算单上的“医疗费总额”，包括医保已经报掉的。
total-hint-optional = 这里的护理补贴按月发，不看费用。没有可以不填。
expense-waiting = 填上总费用，就开始算这一笔。
expense-waiting-service = 结算记录上看不出这一笔是怎么看的病。选好“看病的方式”，就开始算这一笔；几种都不是（比如在药店买药），就不用选。
expense-waiting-date = 结算记录上看不出这一笔是哪一天的。填上日期，就开始算这一笔：不同日期的规定可能不一样。
bill-waits-service = { $bills }还没有算进来：结算记录上看不出是住院、门诊，还是别的。
bill-waits-date = { $bills }还没有算进来：结算记录上看不出是哪一天的。
bill-waits-go-service = 选看病的方式
bill-waits-go-date = 填日期
circumstances-title = 还有别的情况
circumstances = 还有别的情况：在外地看、别人该赔、转过院、有分类明细
same-stay = 和哪一笔是同一次住院
same-stay-hint = 同一次住院分几张单子结算，或者转院，算一次住院，起付线接着算。
same-stay-none = 都不是
items = 账单上的分类明细
items-hint = 账单上写着的类别，一类填一行。填了这里，就不用再填全自费和先行自付。
items-rest = 没有列出来的部分，按普通的甲类费用算。
item-add = 加一类
item-days = { $name }：住了几天
item-count = { $name }：几件
item-unit_price = { $name }：一件多少钱
item-remove = 去掉“{ $name }”
payers-account = 其中个人账户付
payers-cash = 其中要带的现金
settled-title = 已经有结算单？填上各项已经付了多少
settled-hint = 填了的就按您填的，不再估算；没付就填 0；不知道就空着。
settled-basic = 基本医保已支付
settled-critical_illness = 大病保险已支付
settled-large_expense = 大额补助已支付
settled-assistance = 医疗救助已支付
settled-long_term_care = 长期护理保险已支付
borne-deductible = 这一笔已经付的起付线（{ $programme }）
settled-supplement = 补充保障（单位、公务员补助、惠民保）已支付

## 第三步：其余的问题
section-questions = 再答几题，结果更准
section-questions-more = 再答几题，看看还有哪些待遇
questions-hint = 先问影响最大的。每一题都可以答“不知道”。
questions-all = 还有 { $n } 题，一次全部列出
question-narrows = 答了这题，结果的范围能缩小 { MONEY($amount) }。
question-narrows-usual = 答了这题，“大约能报”的范围一般能缩小 { MONEY($amount) }。
question-narrows-both = 全自费和先行自付这两题都答了，“大约能报”的范围一般能缩小 { MONEY($amount) }。
kind-value = 没有公开的数字
kind-reading = 规定可以有两种理解
check = 看结果
unknown = 不知道
none-of-these = 都不是
no-options = 这里没有可以选的。
yes = 是
no = 否
choose = 请选择
unit-yuan = 元
unit-year = 年
unit-month = 月
unit-day = 日
age-instead = 也可以只填年龄：今天满
unit-age = 周岁
age-is = { $age } 周岁
age-day-matters = 这笔费用的报销和哪一天出生有关。知道的话，请把出生日期也填上，结果会更准。
optional-suffix = （可不填）
bounds = 我们假定它在 { $low } 到 { $high } 之间，这不是公布的数字。
bounds-open = 没有公布，可能是任何数，所以现在只能给一个范围。
suggested = 别处见过、未经证实：
suggested-use = 填 { $value }
preferred = 我们认为更可能

## 核对
check-answers = 核对您的回答（{ $n } 项）
check-policy = 您填的数字和选的理解
check-link = 核对回答
check-clear = 全部清空，从头开始
cleared = 已经全部清空。
cleared-undo = 恢复刚才填的
check-idle = 按现在的情况用不上
check-remove = 删去
question-bears = 关系到：{ $names }。

## 改正
errors-title = 有 { $n } 处要改
errors-general = 请检查填写的内容
fix-first = 改正以后就能看到结果。

## 结果：大标题。竖线是可以换行的地方
section-answer = 结果
headline-start = 选好参保地，就能开始。
aloud = 朗读结果
aloud-stop = 停止朗读
headline-enter-bill = 填一笔费用，就能看到大概报多少。
headline-exact = 能报销 { $paid }，
headline-none = 能报销 { $paid }，
headline-range = 能报销 { $low } 到 { $high }；
headline-range-likely = 能报销 { $low } 到 { $high }，|最可能 { $likely }；
headline-upto = 最多能报销 { $high }；
headline-upto-likely = 最多能报销 { $high }，|最可能 { $likely }；
headline-own = 您自己付 { $own }。
headline-own-all = { $own } 都要您自己付。
headline-own-range = 您自己付 { $ownlow } 到 { $ownhigh }。
headline-typical = 大约能报销 { $low } 到 { $high }；
headline-typical-about = 大约能报销 { $low }；
headline-typical-own = 您自己大约付 { $low } 到 { $high }。
headline-typical-own-about = 您自己大约付 { $low }。
headline-guaranteed = 不管还没确定的是哪种情况：报销都在 { $low } 到 { $high } 之间，自己付 { $ownlow } 到 { $ownhigh }。
headline-national = 我们还没有收录您当地的规定，这里按全国通常的情况估算。
headline-allowance = 能领护理补贴 { $amount }。
headline-allowance-upto = 护理补贴最多 { $high }。
headline-allowance-upto-likely = 护理补贴最多 { $high }，|最可能 { $likely }。
headline-allowance-range = 护理补贴 { $low } 到 { $high }。
headline-allowance-range-likely = 护理补贴 { $low } 到 { $high }，|最可能 { $likely }。
headline-why-none = 下面写明了每一项为什么不适用。不适用不等于填错，也可以打 12393 再问。
headline-may-more = 没有算进去的：{ $names }。我们没有找到可以引用的规定，实际可能还会多报一些。
headline-range-why = 范围来自还没回答的问题，和没有公布的数字。
range-why = 现在只能给一个范围，因为还不知道：
range-unknown = 现在只能给一个范围，因为这些还不清楚：
stop = 。
doubt-title = 规定可以有两种理解
doubt-option = 按“{ $option }”，{ $amount }
doubt-option-preferred = 按“{ $option }”（我们认为更可能），{ $amount }
doubt-compute = 看看每种理解各报多少
doubt-choose = 我知道该按哪种
headline-not-tight = 没答的问题还比较多，实际的范围可能更窄。
short-range = { $low }–{ $high }
short-paid = 报销
short-likely = 最可能报销
short-typical = 大约能报
short-upto = 最多 { $high }
short-allowance = 护理补贴
short-none = 还没有费用
short-applies = { $n } 项适用
short-may = { $n } 项可能适用
short-fix = { $n } 处要改
status-fix = 有 { $n } 处填写要改。

## 各项待遇
programmes-title = 各项待遇
group-applies = 适用
group-undetermined = 可能适用
group-does_not_apply = 不适用
group-undetermined-hint = 还缺一些信息，点开就可以回答。
kind-entitlement = 可以享受
kind-subsidy = 参保补助
kind-allowance = 补贴
not-computed = 规定没有收录，没有计入
encouraged = 国家鼓励各地实行，要看当地有没有实行
exactly = { MONEY($amount) }
between = { MONEY($low) } 到 { MONEY($high) }
likely = 最可能 { MONEY($amount) }
up-to = 最多 { MONEY($high) }
missing-title = 还缺：{ $names }
answer-here = 在这里回答
why-not = 没有满足：{ $conditions }
why-open = 还不能确定：{ $conditions }。
otherwise = 怎样才会适用
extremes = 什么情况下最少，什么情况下最多
open-working = 怎么算的
open-conditions = 条件和依据
library = 政策库：估算用到的每一条规定和出处（新窗口）

## 日期、办事、出处、假定
deadlines-title = 别错过的日期
deadline = 最后一天是 { DATE($date) }，{ $when }
deadline-paid = 今天就办好的话，大约能报销 { $low } 到 { $high }。
deadline-paid-about = 今天就办好的话，大约能报销 { $low }。
deadline-left = 还有 { $days } 天
deadline-today = 就是今天
deadline-past = 已经过了
next-steps-title = 接下来怎么办
hotline = 拿不准的，可以打全国医保热线 12393，说明参保地和看病情况。
hotline-call = 拨打 12393
assumptions-title = 我们是这样假定的
all-sources-title = 依据的文件

## 零碎
other-language = English
elder = 大字版
form-name = 填写情况
with-row = { $name }（{ $row }）
row-answer = { $question }：{ $answer }
colon = ：
separator = ；
unit-percent = %
headline-nothing = 这些费用没有金额，也没有可以领的补贴。
no-bill-yet = 有这类费用才算
of-expense = （第 { $n } 笔）

## 核心给的条件
finding-began = 这项待遇从 { DATE($date) } 开始
assumed-intro = 估算时先这样取了，点开可以改：
assumed-more = 还有 { $n } 项
assumed-chip = { $label }：{ $value }
assumed-as-at-home = 和在参保地看病一样
assumed-out-of-scope = 全自费和先行自付，合起来
assumed-between = { $low } 到 { $high }
assumed-nobody-liable = 没有说有别人要负责，按没有估算
assumed-at-home = 没有说在外地看病，按在参保地看病估算
assumed-past-infancy = 没有填出生日期和参保日期，按已满一周岁估算
assumed-typical-value = 当地没有公布，按各地通常的范围估算
finding-covered = 看病那天宝宝已经有医保
finding-ended = 这项待遇到 { DATE($date) } 为止
finding-known-from = 我们收录的规定从 { DATE($date) } 起，更早的不知道
finding-not-on-file = 这项待遇是有的，但规定没有收录
computing = 正在计算……
and-more = ，还有 { $n } 项

## 还没有选地区的时候
promise-intro = 选好以后，这里会写明：
promise-amount = 能报多少，自己付多少；说不准的就给出范围，不拿猜测当承诺
promise-benefits = 哪些待遇适用，哪些可能适用，哪些不适用、为什么
promise-sources = 每个数字怎么算出来的，依据哪份文件，有多可靠
coverage = 标着“有当地规定”的地方，按当地的规定算。别的地方先按全国通常的情况估算，也可以填上自己城市的数字。
row-admission = 第 { $value } 次住院
row-years_insured = 连续参保 { $value } 年
row-retired-yes = 退休
row-retired-no = 在职

## 从链接或文件打开
open-file = 打开以前存的文件

## 下面几块，打开时才载入
more-title = 还可以看、可以做
more-curve = 账单变大，自己多付多少
more-levels = 换一级医院，差多少
more-year = 今年的起付线和封顶线用了多少
more-slip = 拿到的金额不一样？和结算单对一对
more-along = 带走：打印、存文件、发链接
more-opening = 正在打开……
more-failed = 没能打开，请检查网络，关上再打开一次。

## 条件和依据
why-yes = 满足的条件
clause-title = 规定怎么说
caveats-title = 要注意
limit-enter = 知道当地的数字？填在这里
next-title = 怎么办
sources-title = 出处
see-clause = 在政策库里看这一条（新窗口）
see-library = 在政策库里看这里的全部规定（新窗口）

## 怎么算的
line-title = 第 { $n } 笔 · { $service } · { DATE($date) }
steps-of-likely = 下面按最可能的情况算；还没确定的地方会让金额在 { MONEY($low) } 到 { MONEY($high) } 之间变化。
steps-of-low = 下面按最低的情况算；还没确定的地方会让金额在 { MONEY($low) } 到 { MONEY($high) } 之间变化。
steps-result = 报销 { MONEY($amount) }
step-valid = { DATE($from) }起
step-valid-until = 到 { DATE($to) } 为止
step-valid-both = { DATE($from) } 到 { DATE($to) }
step-valid-always = 出处没有写起止日期
step-source = { $title }（{ $publisher }，{ $date }）
sure-announced = 主管部门公布
sure-reported = 单位或报纸转述，没有见到原文
sure-unpublished = 没有公布，按假定计算
sure-limit = 没有公布，按您填的计算
sure-entered = 您填写的数字
source-old = 较旧的文件，现在可能已经改变

## 我们的假定
assume-year = 一个自然年（1月1日到12月31日）就是一个医保年度。
assume-before = 今年在这里填的费用之前，没有报销过别的费用，也没有住过院。
assume-before-change = { $year } 年此前有过？在这里填
assume-order = 几笔费用按日期先后计算；同一天的按填写先后。
assume-layers = 先算基本医保，再算大病保险或大额补助，最后算医疗救助。
assume-round = 每项待遇对每笔费用的报销额四舍五入到分，中间不取整。
assume-in-scope = 各项报销加起来，不会超过这笔费用里政策范围内的部分（去掉全自费和先行自付以后的钱）。
assume-today = 今天是 { DATE($date) }。
assume-reading = { $name }：按“{ $option }”计算。

## 出处
source-line = 《{ $title }》，{ $publisher }，{ DATE($date) }
status-announced = 主管部门公布
status-reported = 单位或报纸转述
place = 位置：{ $place }

## 条件
you-said = 您的回答：{ $answers }

## 每一步（核心给的步骤；before 和 after 是这一步前后的金额）
steps-result-case = 这样算，报销 { MONEY($amount) }
steps-result-range = 各种情况里，报销
step-in-scope = 总费用 { MONEY($before) } 去掉全自费和先行自付，剩下的是“政策范围内费用”
step-in-scope-all = 总费用全部在政策范围内
step-bill = 按总费用计算
step-left = 政策范围内费用 { MONEY($before) } 减去前面几层已经报销的
step-left-by-basic = 政策范围内费用 { MONEY($before) } 里，基本医保没有报销的部分
step-from-deductible = 从这一笔的起付线 { MONEY($after) } 算起
step-from-out-of-catalogue = 从目录以外的费用 { MONEY($after) } 算起
step-from-advance = 从先行自付的 { MONEY($after) } 算起
step-from-unpaid = 从还没有人付的 { MONEY($after) } 算起
step-share-counted = 按本层的算法：加先行自付里的 { MONEY($advance) }，减不计入的 { MONEY($less) }
step-year-share = 加上今年前面几笔留给个人的 { MONEY($earlier) }，一年合起来算
step-beyond-cap = “{ $programme }”一年最多 { MONEY($cap) }；用完以后，算在这里的部分
step-over-limit = “{ $programme }”到了年度限额以后，算在这里的部分
step-deductible = 减去起付线 { MONEY($amount) }
step-deductible-year = 减去今年还没有扣完的起付线 { MONEY($amount) }
step-deductible-period = 减去这段时间（日、月、季或这次住院）还没有扣完的起付线 { MONEY($amount) }
step-deductible-most = 减去起付线 { MONEY($amount) }：全年的起付线有上限，不会再多扣
step-deductible-unknown = 起付线是多少没有公布：这里按高过这笔费用来算
step-borne-first = 先由个人承担 { RATE($rate) }
step-at-least = 保底：最少报 { MONEY($amount) }
step-at-least-in-scope = 保底：最少报政策范围内费用的 { RATE($rate) }，即 { MONEY($amount) }
step-at-least-bill = 保底：最少报总费用的 { RATE($rate) }，即 { MONEY($amount) }
step-rate = 按 { RATE($rate) } 报销
step-rate-raised = 按 { RATE($rate) } 报销（原来 { RATE($from) }，提高 { RATE($by) }）
step-own-rates = 各部分按各自比例：{ $parts }
step-rate-better = 超过 { MONEY($above) }，整笔按更高的 { RATE($rate) } 报销
step-bands = 分段计算：{ $parts }
step-cap = 每次最多 { MONEY($amount) }
step-cap-year = 今年最多还能报 { MONEY($amount) }
step-cap-period = 这段时间（日、月、季或这次住院）最多还能报 { MONEY($amount) }
step-uses = 最多报 { $amount } 次，此前已经报过 { $used } 次
step-cap-month = 每月有限额，{ $months } 个月最多 { MONEY($amount) }
step-cap-day = 每天有限额，{ $days } 天最多 { MONEY($amount) }
step-limit-unknown = 最多报多少没有公布：这里按没有上限来算
step-allowance = 每月 { MONEY($amount) }，共 { $months } 个月
step-allowance-day = 每天 { MONEY($amount) }，共 { $days } 天
step-allowance-expense = 一次性 { MONEY($amount) }
step-split = 其中护理人员 { MONEY($carer) }，机构 { MONEY($institution) }
made-part-bill = 总费用 { $number }
made-part-in-scope = 政策范围内费用 { $number }
made-part-left = 前面几层报销以后剩下的范围内费用 { $number }
made-part-deductible = 这一笔里基本医保的起付线 { $number }
made-part-advance = 先行自付 { $number }
made-part-out-of-catalogue = 目录以外的费用 { $number }
made-part-over-ceiling = 超出基本医保限额的费用 { $number }
made-part-borne-first = 基本医保先由个人承担的部分 { $number }
made-every = （每 { $number } 为一段）
made-own-share-times = ，自付部分 × { $number }
made-at-least = ，不低于 { $number }
made-at-most = ，不高于 { $number }
made-round = ，取整为 { $number }
step-owed-before = 减去今年前面几笔已经报过的 { MONEY($amount) }
step-past-limit = 其中 { MONEY($amount) } 不占限额，先放在一边
step-past-limit-added = 加上不占限额的 { MONEY($amount) }
step-round = 四舍五入到分
step-cut = 报销的钱不会超过还剩下的政策范围内费用
step-other-pays = 已经由“{ $programme }”支付，这一项不再重复支付
step-settled = 以结算单上的金额为准，不再计算
caveat-filed-elsewhere = 已办长期异地就医备案，按参保地待遇报销；起付线可能不同，请问12393。
caveat-no-basic-programme = 没有收录当地“{ $service }”的基本医保规定，基本医保按 0 计算
caveat-not-yet-enrolled = 您说还没有办好参保。没参保的时候看病，医保一般不报；这里按已经参保估算。请问12393。
caveat-enrolled-later = 您说 { DATE($date) } 才办好参保，有的费用在这以前。参保以前的费用一般不报；这里按已经参保估算。请问12393。
caveat-waiting-period = 没有在集中参保的时间参保、或者中间断过保的，参保后一般要等3个月才能报，大约到 { DATE($date) }；断过几年的，每多一年多等1个月。这里没有算等待期。不清楚的请问12393。

## 此前的情况、由谁付
year-counters = 这一年已经累计的其他数
year-counters-hint = 例如门诊已经用掉的起付线、已经报过几次。一般不用填
year-before = { $year } 年，在这里填的费用之前，还看过病、报销过吗
year-before-hint = 起付线、封顶线按全年算，之前的会影响这次能报多少。
year-before-no = 没有，或者不清楚（先按没有算）
year-before-yes = 有
year-held = { $year } 年此前的情况
year-held-hint = 只问会影响这次结果的。结算单上有；空着的按 0 算。
year-held-nothing = 按现在填的情况，此前的费用不影响这次的结果，不用填。
year-admissions = { $year } 年此前住过几次院
year-admissions-hint = 不算这里已经填的。再次住院，起付线可能降低。
year-deductible_used = “{ $programme }”的起付线，{ $year } 年此前已经扣了多少
year-deductible_used-hint = 已经自己付过的起付线不用再付一次。
year-in_scope = { $year } 年此前住院，政策范围内的费用一共多少
year-in_scope-hint = 几次住院结算单上“符合政策范围金额”加起来。分段报销按全年累计。
year-personal_share = { $year } 年此前，政策范围内自己付的一共多少
year-personal_share-hint = 结算单上“符合政策范围金额”减去基本医保支付的部分，几次加起来。大病保险、大额补助按全年累计。
year-paid = “{ $programme }”{ $year } 年此前已经报了多少
year-paid-hint = 这项待遇一年有封顶线，此前报的要算进去。
payers-title-many = { $n } 笔费用一共 { MONEY($billed) }，由谁付
payers-title-one = 费用 { MONEY($billed) }，由谁付
payers-who = 谁付
payers-amount = 金额
payers-own = 您自己
payers-liable = 其中该由别人赔的
payers-open = 还定不下来
payers-alt = 条形图：{ $parts }
payers-part = { $who } { $amount }
fund-basic = 基本医保
fund-critical_illness = 大病保险
fund-large_expense = 大额补助
fund-assistance = 医疗救助
fund-long_term_care = 长期护理保险
fund-supplement = 补充保障
payers-open-note = 斜线部分 { MONEY($amount) } 还定不下来，要看还没回答的问题和没有公布的数字。
payers-likely-note = 条形图按最可能的情况画。

## 填错了怎么改（核心给的代码）
problem-required-service = 请选择看病的方式
problem-required-date = 请填写日期
problem-required-total = 请填写总费用
problem-not_a_whole_number = 请填整数，例如 3
problem-unreadable = 这一项读不出来，请重新填写
problem-missing = 缺少“{ $key }”这一项
problem-empty = 这里不能空着
problem-malformed_money = 请填金额，例如 1200 或 1200.50，最多两位小数
problem-malformed_rate = 请填比例，例如 70%
problem-malformed_date = 请填真实存在的日期，例如 2025 年 6 月 9 日
problem-short_year = 年份要填四位数，例如 2025
problem-malformed_year = 请填四位数的年份
problem-out_of_range = 请填 { $min } 到 { $max } 之间的数
problem-not_a_choice = 请从给出的选项里选
problem-entered_twice = 这个数字和另一个已填的数字说的是同一件事，只填一个
problem-published_value = 这个数字已经公布，不用填写
problem-too_many_expenses = 费用太多了，最多 { $max } 笔，请一次只算一年的
problem-missing_total = 请填写总费用
problem-out_of_scope_above_bill = 全自费和先行自付加起来超过了总费用，请对照结算单再看一遍
problem-third_party_above_bill = 该由别人赔的比总费用还多，请再看一遍金额
problem-nobody_liable = 填了该由别人赔的金额，又说没有别人该赔，请改其中一处
problem-unknown_option = 没有“{ $value }”这个选项
problem-open_request = 这取决于还没有回答的内容：{ $unknowns }
problem-items_above_bill = 各项费用加起来超过了总费用，请核对金额。
problem-said_by_items = 填了费用明细后，这一项会自动算出，请不要再填。
problem-no_such_expense = 没有编号为“{ $id }”的账单。
problem-stay_in_circle = 这次住院的几张账单互相指来指去，成了一个圈。
problem-stay_of_other_service = 同一次住院的账单必须是同一类费用。
problem-stay_with_two_numbers = 同一次住院的账单填了不同的住院次数。
problem-stay_too_long = 同一次住院的第一张和最后一张账单相隔超过 { $max } 天。
problem-settled_above_bill = 各项已支付的金额加起来超过了总费用，请对照结算单再看一遍
problem-birth_after_today = 出生日期在今天之后，请再看一遍
problem-age_at_odds = 出生日期 { $birth_date } 和年龄 { $age } 岁对不上，请再看一遍
problem-enrolment_before_birth = 参保日期在出生之前，请再看一遍
problem-enrolment_after_today = 参保日期在今天之后；还没有办的，请选“还没有办”
problem-expense_before_birth = 费用的日期在出生之前，请再看一遍

## 从链接或文件打开时读不懂的
problem-too_large = 内容太多了，请一次只算一个人的费用
problem-not_utf8 = 这个文件是用 { $encoding } 编码保存的，请另存为 UTF-8 编码再用
problem-not_json = 内容读不懂，请重新填写
problem-repeated_key = 同一项出现了两次，请只留一个
problem-not_an_object = 这里的内容形式不对，请重新填写
problem-not_a_list = 这里应该是一组选项，请重新选择
problem-not_a_string = 这里的内容形式不对，请重新填写
problem-not_yes_no = 请回答“是”“否”或“不知道”
problem-unknown_key = 不认识“{ $key }”这一项
problem-unknown_region = 还没有收录这个地方的规定
problem-abolished_region = 这个地方已经撤并或改名，请选现在的地名
problem-refused_region = 这个地方的规则文件有错误，无法读取
problem-region_not_loaded = 这个地方的规定还没有取来
problem-unknown_fact = 不认识“{ $fact }”这一项
problem-misplaced_fact = “{ $fact }”填错了地方
problem-unknown_programme = 这里没有“{ $programme }”这项待遇
problem-unknown_value = 这里没有“{ $value }”这个数字
problem-unknown_counter = 这里没有“{ $counter }”这个累计
problem-other_period = “{ $counter }”不是按这段时间累计的
problem-counted_apart = 这一项一年里分开累计，请分别填写每一种已经用了多少
problem-several_deductibles = “{ $programme }”有几条按年计算的起付线，请分别填写每一条已经扣了多少
problem-unknown_reading = 这里没有“{ $reading }”这种理解
problem-repeated_id = 两笔费用的编号相同，请删去一笔再填
problem-repeated_member = 同一个选项选了两次
paste = 粘贴内容：医院的结算记录，或者家人发来的链接
paste-hint = 结算记录是医院系统里的一段文字，里面有 setlinfo；费用明细清单也可以。它会成为一笔费用，不会传到别处。
paste-take = 读进来
record-read = 读到 { $n } 笔结算，已经填成费用。请对照结算单再看一遍；结算单的金额在“拿到的金额不一样？”那里。
record-unreadable = 这份结算记录读不出来，{ $value ->
    [quotes] 它差一点就是 JSON：引号不是英文的双引号（比如是单引号，或者被聊天软件、Word 换成了中文引号）。请从原来的系统重新导出
    [comma] 它差一点就是 JSON：最后一项后面多了一个逗号。请删掉这个逗号
    [comment] 它差一点就是 JSON：里面有注释（// 或 #）。请删掉注释
    [sign] 它差一点就是 JSON：有的标点是中文的（比如“，”“：”）。请换成英文标点
    [word] 它差一点就是 JSON：里面有 NaN、None 这样的词。请让导出的程序写成 null
    [repeated_key] 因为同一项在里面写了两次。请删掉一个
   *[torn] 可能没有复制完整。请重新复制
    }，或者照着结算单填写。
record-no_record = 这里面没有找到结算记录。请确认复制的是医院的结算数据，或者照着结算单填写。
record-not_read = 有一笔像是结算，但是读不懂，没有填进来。请照着结算单自己填这一笔。
record-other_format = 这是{ $value ->
    [pdf] 一个 PDF 文件
    [workbook] 一个 Excel（或者 Word、压缩包）文件
    [picture] 一张图片
    [archive] 一个压缩文件
    [xml] 一份 XML
    [html] 一个网页
    [table] 一张表格（CSV）
   *[words] 一段文字
    }，我们读不了。请照着结算单，自己在页面上填；或者请医院导出 JSON 格式的结算数据（setlinfo）。
record-unreadable_line = 第 { $value } 行有内容读不出来，其他的都读了。请重新复制这一行。
record-partial_refund = 有一笔退了一部分费用。原来那笔还是按全部金额填的，请照退费以后的结算单改。
record-refund_unmatched = 有一笔退费，找不到它退的是哪一笔。所以没有减掉任何一笔；如果退的那笔在上面，请把它删掉。
record-failed = 有一笔结算没有成功，没有填进来。
record-cancelled = 有一笔结算已经作废，没有填进来。
record-from_in_scope = 记录里没有写全，有 { MONEY($value) } 是按“政策范围内费用”推算出来、不在报销范围里的，请核对一下。
record-in_scope_differs = 记录里的“政策范围内费用”（{ MONEY($value) }）和总费用减去自费、先行自付对不上。这里按自费和先行自付算，请核对一下。
record-said_twice = “{ $member }”和另一种写法的数不一样（这里是“{ $value }”），按标准写法的那个填的，请核对一下。
record-elsewhere = 这笔是在参保地以外看的。在外地报多少要看有没有备案，所以先空着，请选一下“是不是在外地看的病”。
record-third_party = 记录上标着涉及第三方（比如车祸、工伤）。应当由别人赔的，医保不报，所以先空着，请您选一下。
record-birth_open = 是不满1岁的宝宝，但记录里没有出生日期。请填一下：什么时候出生、什么时候参保，会影响能不能报。
record-birth_impossible = 记录里的出生日期（{ $value }）不可能是真的，所以先空着。请自己填出生日期。
record-encoding = 这份内容用的是 { $value } 编码，已经按它读取。如果有乱码，请另存为 UTF-8 再试。
record-refund = 有一笔已经退费，没有填进来。
record-not_an_amount = “{ $member }”写的是“{ $value }”，不是金额，没有填进来。
record-too_many_decimals = “{ $member }”写的是“{ $value }”，小数多于两位，没有填进来。
record-negative = “{ $member }”是负数（{ $value }），没有填进来。
record-unknown_code = “{ $member }”的代码“{ $value }”不在我们的表里，请自己选一下。
record-local_code = “{ $member }”的代码“{ $value }”是当地加的细类，先按前两位的大类填的，请核对一下。
record-maternity = 这是生育住院：先按住院填的，生育另有规定的地方会不一样。
record-pharmacy = 有 { $n } 笔是在药店买药，{ $value ->
    [pooled] 统筹基金付了钱，先按普通门诊填的。药店另有规定的地方会不一样，请核对
    [account] 基金没有付钱，是用个人账户或者现金付的，所以没有算进来。不用管它；凭处方在能报门诊的药店买的，请选“普通门诊”
   *[open] 看不出统筹基金付没付、按哪一种付，所以没有算进来。请照着结算单选“看病的方式”
    }。
record-kind_at_odds = 记录上的险种和人员类别（{ $value }）对不上：退休、在职是职工医保的，学生、居民是居民医保的。先按险种填的，请核对一下。
record-not_a_day = “{ $member }”写的是“{ $value }”，不是一个日子，请自己填日期。
record-over_limit = 超限价自费的 { MONEY($value) } 已经加进“全自费金额”。
record-items_unclear = 收费清单里有 { MONEY($value) } 看不出是目录内还是目录外，没有按清单填。请自己填“全自费金额”和“乙类先行自付金额”。
record-another_person = 有一笔是另一个人的，或者是另一种医保、另一个城市的结算，没有填进来。一次只能算一个人的。
record-fees = 这是 { $value } 条费用明细，还没有结算，已经加成一笔费用；明细上有日期的，用的是最后一天。请核对一下。
record-not_settled = 有一笔是预结算（或者结算的申请），同一次就诊已经正式结算，所以没有填进来。
record-repeated_fee = 有一条费用明细出现了两次，只算了一次。
record-changed = 前后几笔记录里，这个人的情况不一样（比如中间退休了），请自己选一下；跨着变化的，请分两次估算。
record-repeated = 有一笔结算出现了两次，两笔都填进来了。如果是同一笔，请删掉一笔。
record-other-region = 结算记录里的参保城市和您选的不一样。现在按您选的地方算；选错了的话，请改成结算记录上的城市。
record-other-scheme = 结算记录里的医保类型和您选的不一样。现在按您选的算；选错了的话，请改过来。
record-other-birth_date = 结算记录里的出生日期和您填的不一样。现在按您填的算；如果是同一个人，请改过来。
record-detail = 各项基金的明细：{ $names }。
record-detail_differs = 基金明细里有一项（{ $value }）和结算单上的数不一样。这里按结算单填的，请核对一下。
record-repeated_payment = 基金明细里有一项（{ $value }）出现了两次，两次都算了。如果是同一笔，请照着结算单改。
record-paid_over_bill = 各项基金一共付了 { MONEY($value) }，比这笔费用还多。请照着结算单核对一下。
record-funds_differ = 各项基金加起来是 { MONEY($value) }，和“基金支付总额”对不上。请照着结算单核对一下。
record-copied = 有一笔结算一字不差地出现了两次，只算了一次。
record-total_row = 有一行是合计，不是一笔结算，没有填进来。
record-fund_not_said = “基金支付总额”里有 { MONEY($value) } 没有写是哪项基金付的，所以没有算进已付的钱里。请照着结算单补上。
record-paid_beside = “其他支付”的 { MONEY($value) } 可能是几项合在一起，没有算进各项基金已付的钱里。是哪一项付的，请照着结算单填。
record-hospital_bears = 有 { MONEY($value) } 是医院负担的，不用您付；估算里没有这一项，请从“您自己付”里减去。
record-total_differs = 基金付的加上个人负担的是 { MONEY($value) }，和总费用对不上。请照着结算单核对一下。
record-own_differs = 个人账户加上现金是 { MONEY($value) }，和“个人负担总金额”对不上。请照着结算单核对一下。
record-amount_unplaced = “{ $member }”写的是 { MONEY($value) }，看不出是哪一项，没有填进来。请照着结算单自己填。
record-other_year = 结算和看病不在同一年（“{ $member }”是 { $value }）。限额、起付线按哪一年算，各地不同；这里按结算的那一年。
record-unused = 有 { $n } 项内容估算用不上，没有填进来：{ $names }。
restored-of = 第 { $n } 条记录：
restored-of-marked = 第 { $n } 条记录（{ $marks }）：
restored-unreadable = 这个链接或文件里的内容读不出来，可能没有复制完整。请自己填写，或者让对方重新发一次。
restored-region = 链接或文件里写的参保地（代码 { $region }）没有收录，也可能已经撤并，请重新选择。
restored-newer = 这是用更新的版本保存的，有的内容可能没有带过来。请对照看一遍。
restored-lost = 有 { $n } 项内容没有认出来，没有带过来。请对照看一遍。
restored-changed = 这份内容保存以后，这里收录的规定有变动：金额可能和当时不一样。

## 带走
along-print-title = 打印，或存成 PDF
along-print-text = 一份完整的清单：每一条规定、每一步计算、出处和日期、我们的假定、您填的内容。可以拿着去问医院或医保局。
along-print = 打印或存成 PDF
along-view = 先在屏幕上看
along-link-title = 发给家人，或换一台设备接着填
along-link-text = 您填的内容就写在链接里“#”的后面，打开链接时也不会传到任何服务器。谁拿到链接，谁就能看到这些内容。
along-link = 做一个链接
along-link-field = 链接
along-copy = 复制链接
along-copied = 已复制
along-copy-failed = 没能自动复制，请选中上面的链接，再复制。
along-link-disk = 这个页面是从这台设备的文件里打开的，链接在别的设备上打不开。发给别人，请存成文件再发。
along-file-title = 存成文件
along-file-text = 存下您填的内容和算出的结果（JSON 格式）。以后在这里打开，就能接着算。
along-save = 存成文件
along-file-show = 存不了文件？复制里面的文字
open-file-text = 以前存的文件会换掉现在填的内容；医院的结算记录会加在后面。

## 打印的清单
receipt-close = 关上清单
receipt-title = 医保报销估算清单
receipt-where = { $region } · 按 { DATE($date) } 收录的规定计算
receipt-in-scope = 其中政策范围内
receipt-answers = 您填的内容
receipt-true = 满足
receipt-false = 没有满足
receipt-unknown = 还不能确定
receipt-not = { $name }：没有满足“{ $why }”
not-counted-title = 没有计入的待遇
not-counted-text = 这些待遇是有的，但我们没有找到可以引用的规定，所以没有算进去。实际可能还会多报：
receipt-hashes = 供核对
receipt-hashes-text = 下面的指纹（SHA-256）指明用的是哪一版程序、哪一版规定、哪一份输入。三样相同，在任何机器上算出的金额都相同。
receipt-build = 计算程序 { $engine }
receipt-policy = 规定 { $id }
receipt-inputs = 输入
receipt-request = 输入原文

## 和结算单对一对
slip-intro = 拿出医院给的结算单，看得到哪几栏就填哪几栏，其余空着。我们一栏一栏地对，再找差在哪里。
slip-which = 对哪一笔
slip-medfee_sumamt = 医疗费总额
slip-medfee_sumamt-help = 这次看病一共多少钱，医保付的和自己付的都在里面。
slip-fulamt_ownpay_amt = 全自费金额
slip-fulamt_ownpay_amt-help = 医保目录以外的药和项目，全部自己付。
slip-overlmt_selfpay = 超限价自费金额
slip-overlmt_selfpay-help = 床位、材料等超过限价的部分。
slip-acct_pay = 个人账户支付金额
slip-acct_pay-help = 个人要付的钱里，由个人账户支付的部分。
slip-psn_cash_pay = 个人现金支付金额
slip-psn_cash_pay-help = 最后要自己掏的钱。
slip-hosp_part_amt = 医院负担金额
slip-hosp_part_amt-help = 由医院承担、不用您付的部分（比如按病种付费超出的）。结算单上有才填。
slip-acct_mulaid_pay = 个人账户共济支付金额
slip-acct_mulaid_pay-help = 用家里人的个人账户付的部分。结算单上有才填。
slip-preselfpay_amt = 先行自付金额
slip-preselfpay_amt-help = 乙类药品和项目里，要自己先付的那一部分。
slip-inscp_scp_amt = 符合政策范围金额
slip-inscp_scp_amt-help = 总额去掉上面几栏。报销只看这一部分。
slip-act_pay_dedc = 实际支付起付线
slip-act_pay_dedc-help = 开始报销以前，要先自己付的数，也叫“门槛费”。
slip-hifp_pay = 基本医保统筹基金支付
slip-hifp_pay-help = 医保基金付的，报销的主要部分。
slip-hifmi_pay = 居民大病保险支付
slip-hifmi_pay-help = 基本医保以后，花费高的再报一次。
slip-hifob_pay = 职工大额医疗费用补助支付
slip-hifob_pay-help = 职工医保里，花费高的再报一次。
slip-maf_pay = 医疗救助支付
slip-maf_pay-help = 民政认定的困难群众，医保以后再救助的部分。
slip-hifes_pay = 企业补充医疗保险支付
slip-hifes_pay-help = 单位补充医疗保险付的。
slip-cvlserv_pay = 公务员医疗补助支付
slip-cvlserv_pay-help = 公务员医疗补助付的。
slip-oth_pay = 其他支付
slip-oth_pay-help = 长期护理保险、惠民保等付的。
slip-fund_pay_sumamt = 基金支付总额
slip-fund_pay_sumamt-help = 上面几项医保和救助付的钱，加在一起。
slip-psn_part_amt = 个人负担总金额
slip-psn_part_amt-help = 您自己付的：现金，加上用个人账户付的。
slip-answered = 您填的：{ $amount }
slip-estimated = 估算：{ $amount }
slip-same = 一样
slip-inside = 在估算的范围里
slip-more = 比估算多 { MONEY($by) }
slip-less = 比估算少 { MONEY($by) }
slip-sum-total = “基金支付总额”加“个人负担总金额”是 { MONEY($sum) }，“医疗费总额”写的是 { MONEY($said) }，差 { MONEY($by) }。
slip-sum-funds = 几个基金付的钱加起来是 { MONEY($sum) }，“基金支付总额”写的是 { MONEY($said) }，差 { MONEY($by) }。
slip-sum-parts = “全自费”“超限价”“先行自付”“政策范围”加起来是 { MONEY($sum) }，“医疗费总额”写的是 { MONEY($said) }，差 { MONEY($by) }。
slip-sum-own = “个人账户”加“现金”是 { MONEY($sum) }，“个人负担总金额”写的是 { MONEY($said) }，差 { MONEY($by) }。
slip-sum-deductible = “起付线”加“统筹基金支付”是 { MONEY($sum) }，比“政策范围金额” { MONEY($said) } 还多 { MONEY($by) }。
slip-contradicts = 结算单上有 { $n } 处对不上
slip-contradicts-check = 多半是有一栏看错或打错了。请先对照结算单改好，再来找差在哪里。
slip-rounding = 只差 { MONEY($by) }，是四舍五入
causes-inside = 结算单和估算对得上：算得准的几栏一样，其余的在估算的范围里
causes-rounding = 只差一两分钱：这是四舍五入的差别，不用找原因
cause-bill = 如果总费用是 { MONEY($amount) }。
slip-find = 找一找差在哪里
slip-use = 就按结算单的金额算
slip-use-hint = 按结算单算：上面填了的金额当作已经付的，不再估算；还没结的部分继续算。
slip-unplaced-other = “其他支付”的 { MONEY($amount) } 换不进来：这一栏里可能是长期护理保险，也可能是惠民保，看不出是哪一种。按结算单算以后，请从“您自己付”里再减去这些钱。
slip-unplaced-rest = “基金支付总额”里有 { MONEY($amount) } 看不出是哪个基金付的，换不进来。请对照结算单，把付钱的那一栏也填上。
slip-unplaced-hospital = 医院负担的 { MONEY($amount) } 换不进来：这里没有这一项。按结算单算以后，请从“您自己付”里再减去这些钱。
slip-searching = 正在一种一种地试……
slip-used = 已经换成结算单上的金额，结果按它算。要改，到“看病的费用”那一笔里改。
slip-borne-kept = 结算单上的起付线 { MONEY($amount) } 也记下来了：同一年后面的费用接着算，不会重算一遍起付线。
slip-borne-earlier = 结算单上的起付线 { MONEY($amount) } 暂时没有接上，因为前面还有费用没按结算单算，后面的费用可能多算了起付线。请把前面的几笔也按结算单的金额算。
slip-borne-missing = 结算单上的“实际支付起付线”没有填。同一年后面的费用可能会把起付线重算一遍。请填上，再按一次“就按结算单的金额算”。
slip-borne-open = 看不出结算单上的起付线算在哪条规定里，没能记下来。后面的费用可能会把起付线重算一遍，报销的钱会比实际少。
slip-borne-stay = 这一笔和另一笔是同一次住院。结算单上的起付线 { MONEY($amount) } 没能记下来，另一笔可能会把起付线重算一遍，报销的钱会比实际少。
slip-applied = 已经按这个改了您的回答，结果重新算过。
causes-same = 结算单和估算一样
causes-within = 结算单上的数都在估算的范围里，没有看出哪里不对。当地的数字没有公布，所以算不到分毫不差
causes-found-one = 找到一种情况，能算出和结算单完全一样的金额
causes-found = 找到 { $n } 种情况，都能算出和结算单完全一样的金额，常见的在前
causes-none = 我们试了 { $n } 种情况，没有一种能算出结算单上的金额
cause-take = 是这样，按这个改
cause-inputs = 用结算单上的数来算，就完全一样（{ $lines }）。
cause-answer = 如果回答是“{ $answers }”。
cause-reading = 如果规定按另一种意思理解（{ $readings }）。
cause-deductible = 如果今年在这以前，“{ $programme }”的起付线已经扣过 { MONEY($amount) }。
cause-cap = 如果今年在这以前，“{ $programme }”已经报了 { MONEY($amount) }，封顶线快用完了。
cause-share = 如果今年在这以前，政策范围内自己已经付了 { MONEY($amount) }。
cause-date = 如果按 { DATE($date) } 的规定结算。
cause-outside = 如果全自费和先行自付加起来有 { MONEY($amount) }。看结算单上这两栏是不是这个数。
cause-value = 由结算单可以推出没有公布的数字：{ $values }。
cause-value-hint = 这是从您这一张结算单反推的，不是公布的规定。
causes-uncounted = 结算单上有“{ $names }”付的钱。它的规定我们没有收录，所以估算里没有。
causes-else = 如果都不是，还可能是下面这些我们算不了的原因：
causes-else-none = 可能是下面这些我们算不了的原因：
causes-else-catalogue = 有的药或项目有限价，或者先行自付的比例不同，医保只认其中一部分。
causes-else-referral = 在外地看病，或者没有办转诊、备案，报销比例会低一些。
causes-else-year = 跨了年度，或者前面的几笔费用没有填在这里。
causes-else-extra = 另有公务员补助、单位补充医保、商业保险付了一部分。
causes-else-account = 结算单把个人账户付的钱和现金分成了两栏。
causes-ask = 可以带着结算单和这里的清单问医院的医保办，或者拨打 12393。

## 要怎样才不同
different-none = 按现在的情况，没有办法让它适用。
different-do = 可以去办：
different-not = 办不了的，只是说明条件：
different-part = 其中有的办不了，条件是：
different-then-paid = 那样一共能报：{ $amount }。
different-perhaps = 那样就可能适用，还要看没有回答的情况和没有收录的规定。
different-perhaps-paid = 那样就可能适用，一共能报：{ $amount }。还要看没有回答的情况和没有收录的规定。
different-of-bill = 第 { $n } 笔费用
different-more = 还有 { $n } 种情况，没有一一列出。
action-enrol = 去参保
action-enrol-by = 在 { DATE($date) } 以前（含当天）办好参保并交费
action-choose_facility = 下次选这样的医院
action-be_recognised = 向民政等部门申请认定
action-be_assessed = 申请评估
action-apply = 提出申请
among-or = 或
among-has = 有{ $names }
among-has-any = 有其中一种：{ $names }
among-lacks = 没有{ $names }
among-from = { $from } 或以后
among-to = { $to } 或以前
among-unlimited = 没有上限
among-least = { $from } 或以上
among-most = { $to } 或以下
among-between = { $from } 到 { $to }
extremes-low = 最少 { MONEY($amount) }，要是：
extremes-high = 最多 { MONEY($amount) }，要是：
extremes-low-any = 最少 { MONEY($amount) }，其余怎么填都不会更少。
extremes-high-any = 最多 { MONEY($amount) }，其余怎么填都不会更多。
extremes-not-reached = 问题太多，没有找到正好是这个金额的情况；不会超出这个范围。
extremes-uncounted = “{ $fund }”里没有收录规定的待遇，在这笔费用上付了 { MONEY($amount) }
extremes-items = 分类明细里漏填的天数、件数或单价补上以后，先行自付和超限额的部分一共是 { MONEY($amount) }
extremes-note = 只列出要紧的几项；没列出的，怎么填都是这个金额。

## 图
which-bill = 看哪一笔
later-changed = 您改了回答，这张图要重新算，可能要几秒钟。
later-again = 重新画
curve-title = 账单 { MONEY($bill) }，您自己付 { $own }
curve-title-more = 账单 { MONEY($bill) }，您自己付 { $own }；每再多花 ¥1,000，自己多付 { MONEY($more) }
curve-here = 您这笔：{ MONEY($own) }
curve-axis-own = 自己付 { $amount }
curve-axis-bill = 账单 { $amount }
curve-all = 没有医保时
curve-limit = 自己付 { MONEY($amount) }
curve-band = 两条线之间是可能的范围：多答几题，范围就可能变窄。
curve-bill = 账单
curve-what = 从这里起
curve-yours = 您这一笔
bend-deductible = 超过“{ $programme }”的起付线，开始报销
bend-cap = “{ $programme }”报到了限额，再多的不报
bend-cap-year = “{ $programme }”到了一年的封顶线，再多的不报
bend-bands = “{ $programme }”换到下一段比例
bend-programme = “{ $programme }”开始或不再支付
inverse-question = 我最多能自己付多少？看看账单可以多大
inverse-exact = 账单不超过 { MONEY($bill) }，您自己付的就不超过 { MONEY($amount) }。
inverse-sure = 账单不超过 { MONEY($bill) }，您自己付的一定不超过 { MONEY($amount) }。
inverse-unsure = 还有问题没答，现在不能保证自己付的不超过 { MONEY($amount) }。
inverse-possible = 最好的情况下，账单可以到 { MONEY($bill) }。
inverse-possible-any = 最好的情况下，账单再大也不会超过。
inverse-any = 账单再大，您自己付的也不超过 { MONEY($amount) }。
inverse-none = 这笔费用里一定要自己付的，已经超过 { MONEY($amount) }。
levels-title = { $question }：自己各付多少
levels-title-exact = { $least }：自己付 { MONEY($amount) }，比{ $most }少 { MONEY($saved) }
levels-none = 这些费用，您能选的都不影响金额。
levels-of = 只改这一笔：{ $bill }。金额是几笔费用合起来的。
levels-yours = 您填的
levels-advice = 这里只比报销。该去哪一级医院看，先听医生的；急诊不要耽误。
year-bill = 费用
year-left = 还剩
year-earlier = 这些费用以前
year-open = 金额还没有定下来，图上按最可能或最低的情况画。
year-whole = 一年 { MONEY($amount) }
year-now = 还剩 { MONEY($amount) }
cap-left = { $year } 年“{ $programme }”最多报 { MONEY($whole) }，还剩 { MONEY($left) }
cap-used-up = { $year } 年“{ $programme }”最多报 { MONEY($whole) }，已经用完
cap-open = { $year } 年“{ $programme }”最多报 { MONEY($whole) }，要用掉多少还没有定下来
cap-took = 报了
deductible-left = { $year } 年“{ $programme }”的起付线 { MONEY($whole) }，还要再付 { MONEY($left) } 才开始报销
deductible-used-up = { $year } 年“{ $programme }”的起付线 { MONEY($whole) } 已经付够，以后直接按比例报销
deductible-open = { $year } 年“{ $programme }”的起付线 { MONEY($whole) }，要付掉多少还没有定下来
deductible-took = 付了

## 找参保地
place-placeholder = 写地名、拼音或首字母
place-has-rules = 有当地规定
place-loading = 正在取全国的地名……
place-failed = 全国的地名没能取来，请检查网络，再写一次。
place-none = 没有找到。试试少写几个字，或者按省、市、县选。
place-more = 共 { $all } 处，先列出 { $n } 处。多写几个字，就能找准。
place-found = 找到 { $n } 处
place-browse = 按省、市、县选
place-province = 省、自治区、直辖市
place-city = 市、州、盟
place-district = 区、县
place-whole-city = 不选区县，按全市的规定
place-province-rules = 我们收录了全省的规定，还没有收录{ $name }自己的。当地自己定的数字先按全国通常的情况估算。
place-national = 我们还没有收录{ $name }的规定。先按全国通常的情况估算；知道当地的几个数字，填进去就能算准。
headline-province = 我们只收录了全省的规定，当地自己定的数字按全国通常的情况估算。

## 没有收录规定的时候，写在大标题的位置
headline-no-rule = 这里还没有收录“{ $service }”的报销规定，|所以算不出能报多少。
headline-no-rule-scheme = 这里还没有收录{ $scheme }“{ $service }”的报销规定，|所以算不出能报多少。
headline-no-rule-ask = 不是说不能报：请带上结算单问医院的医保办，或者打 12393。
short-no-rule = 没有收录这项规定
group-does_not_apply-fold = 不适用的 { $n } 项，点开看为什么
glance-title = 接下来
glance-more = 全部要做的事
payers-typical-note = 条形图按通常的情况画。斜线部分 { MONEY($amount) } 要看还没回答的问题和没有公布的数字。
payers-usual = 通常 { $low } 到 { $high }
payers-usual-one = 通常 { $low }

## 一次一题
guide-number = 第 { $n } 题
guide-next = 下一题
guide-skip = 先跳过
guide-back = 上一题
guide-check = 核对您的回答
guide-further = 再答几题（{ $n } 题），看看还有哪些待遇
guide-form = 全部问题放在一页里填
guide-one = 一次只看一题

## 当地的数字
booklet-title = 知道当地的数字？填进来就能算准
booklet-intro = 翻一翻{ $name }的参保手册，或者打 12393 问：起付线多少，报销比例多少，一年最多报多少。知道几个填几个，不知道的空着。填的数字会留在链接和文件里。
booklet-rate = 报销比例
booklet-deductible = 起付线
booklet-limit = 一年最多报多少（封顶线）
booklet-file-hint = 给医保局的工作人员：可以把这些数字做成一份规则文件，核对原文、补上出处以后就能收录。
booklet-file = 用这些数字做一份规则文件

## 换一种做法差多少，去以前要做什么
prices-title = 换一种做法，差多少
price-less = { $option }：自己{ $saved }
price-less-than-third = { $option }：比三级医院自己{ $saved }
price-about = 大约少付 { $amount }
price-exact = 少付 { $amount }
before-title = 去看病以前，先问清楚
before-ask-settle = 问医院：能不能用医保直接结算，要带什么证件。
before-ask-level = 问医院：它算几级医院。级别不同，起付线和比例也不同。
before-ask-own = 问医生：哪些药和项目要全自费，有没有医保能报的可以代替。
prices-none = 按现在填的情况，换一种做法差不多。
