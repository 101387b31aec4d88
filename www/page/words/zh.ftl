### 中文（简体）。写给居民看：短句，大白话，不用行话；用了行话就当场解释。

## 页头、页脚
title = 看病能报多少
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
region-choose = 请选择
region-cities = 市、县、区
region-wide = 只看国家或全省的规定
section-person = 参保人
person-hint = 看病的那个人。给孩子算，就填孩子的。
section-notes = 当地须知

## 第二步：费用
section-expenses = 看病的费用
expenses-hint = 同一年的几笔可以一起填：起付线、封顶线按全年算。还没有花费也可以先跳过，看看能享受什么。
expense-title = 第 { $n } 笔费用
expense-remove = 删去第 { $n } 笔
expense-add = 再加一笔费用
service = 看病的方式
service-hint = 选定以后，才知道该按哪条规定算。
service-inpatient = 住院
service-outpatient = 普通门诊
service-chronic_outpatient = 门诊慢特病
service-accident_outpatient = 意外伤害门诊
service-rehabilitation_outpatient = 康复门诊
service-home_care = 居家护理
service-institutional_care = 机构护理
service-inpatient-note = 在医院办了入院手续
service-outpatient-note = 挂号看病、开药、检查
service-chronic_outpatient-note = 已办理门诊慢性病、特殊病登记
service-accident_outpatient-note = 摔伤、烫伤等意外，没有住院
service-rehabilitation_outpatient-note = 残疾或发育障碍的康复训练
service-home_care-note = 长期失能，在家接受护理
service-institutional_care-note = 长期失能，住在护理机构
date = 日期
date-hint = 填看病那天。
date-hint-stay = 填出院结算那天。
date-hint-care = 填护理开始那天。
total = 总费用
total-hint = 结算单上的“医疗费总额”，包括医保已经报掉的。
total-hint-optional = 这里的护理补贴按月发，不看费用。没有可以不填。
expense-waiting = 填好方式、日期和总费用，就开始计算这一笔。
settled-title = 已经有结算单？填上各项已经付了多少
settled-hint = 填了的就按您填的，不再估算；没付就填 0；不知道就空着。
settled-basic = 基本医保已支付
settled-critical_illness = 大病保险已支付
settled-large_expense = 大额补助已支付
settled-assistance = 医疗救助已支付
settled-long_term_care = 长期护理保险已支付

## 第三步：其余的问题
section-questions = 再答几题，结果更准
section-questions-more = 再答几题，看看还有哪些待遇
questions-hint = 先问影响最大的。每一题都可以答“不知道”。
questions-all = 还有 { $n } 题，一次全部列出
question-narrows = 答了这题，结果的范围能缩小 { MONEY($amount) }。
kind-value = 没有公开的数字
kind-reading = 规定可以有两种理解
check = 看结果
unknown = 不知道
none-of-these = 都不是
yes = 是
no = 否
choose = 请选择
unit-yuan = 元
unit-year = 年
unit-month = 月
unit-day = 日
optional-suffix = （可不填）
bounds = 我们假定它在 { $low } 到 { $high } 之间，这不是公布的数字。
bounds-open = 没有公布，可能是任何数，所以现在只能给一个范围。
suggested = 别处见过、未经证实：
suggested-use = 填 { $value }
preferred = 我们认为更可能

## 这一年此前
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
problem-required-service = 请选择看病的方式
problem-required-date = 请填写日期
problem-required-total = 请填写总费用

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
short-upto = 最多 { $high }
short-allowance = 护理补贴
short-none = 还没有费用
short-applies = { $n } 项适用
short-may = { $n } 项可能适用
short-fix = { $n } 处要改
status-fix = 有 { $n } 处填写要改。

## 谁付多少

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
deadline-left = 还有 { $days } 天
deadline-today = 就是今天
deadline-past = 已经过了
next-steps-title = 接下来怎么办
hotline = 拿不准的，可以打全国医保热线 12393，说明参保地和看病情况。
hotline-call = 拨打 12393
assumptions-title = 我们是这样假定的
all-sources-title = 依据的文件

## 人的情况
fact-birth_date = 出生日期
fact-birth_date-help = 有些待遇看年龄：儿童、满 60 周岁的老人、出生 90 天内的宝宝。
fact-scheme = 参加的是哪种医保
fact-scheme-help = 两种医保的报销比例不同。
option-scheme-employee = 职工医保
option-scheme-employee-note = 单位按月交，或灵活就业人员自己交；退休人员多数在这里
option-scheme-resident = 居民医保
option-scheme-resident-note = 一年交一次：老人、孩子、学生、农村居民
option-scheme-none = 没有参保
fact-retired = 是不是退休人员
fact-retired-help = 职工医保的退休人员报销比例高一些。
fact-resident_tier = 居民医保按哪一档交的费
fact-resident_tier-help = 两档交的钱不同，报销比例也不同。缴费凭证上有。
option-resident_tier-1 = 一档
option-resident_tier-2 = 二档
fact-student = 是不是在校学生
fact-student-help = 有的待遇学生不论年龄都能享受。
fact-years_insured = 居民医保连续交了几年
fact-years_insured-help = 中间没有断过的年数，今年也算一年。连续年数越多，报销比例越高。
fact-hardship = 是不是民政等部门认定的困难群众
fact-hardship-help = 经认定的，可以享受医疗救助或参保补助。是几种就选几种。
option-hardship-extreme_poverty = 特困人员
option-hardship-subsistence_allowance = 低保对象
option-hardship-low_income = 低收入或低保边缘家庭
option-hardship-orphan = 孤儿
option-hardship-returned_to_poverty = 返贫致贫人口
option-hardship-monitored = 防止返贫监测对象
option-hardship-registered_poor = 建档立卡贫困人口
option-hardship-excessive_medical_cost = 因病支出过大的困难家庭
option-hardship-low_income_only_child_parent = 低收入的独生子女父母
fact-serious_illness = 有没有得重病
fact-serious_illness-help = 以当地的重病名单为准。低收入家庭的重病患者可以享受医疗救助。
fact-major_illness_qualified = 有没有认定为重特大疾病救助对象
fact-major_illness_qualified-help = 费用很高时，认定以后救助更多。
fact-conditions = 有没有这些病或残疾
fact-conditions-help = 这些病和残疾有专门的待遇。有几种选几种。
option-conditions-hypertension = 高血压
option-conditions-diabetes = 糖尿病
option-conditions-cerebral_palsy = 脑瘫
option-conditions-intellectual_disability = 智力残疾
option-conditions-autism = 孤独症（自闭症）
option-conditions-hearing_speech_disability = 听力或言语残疾
option-conditions-cataract = 白内障
option-conditions-limb_disability = 肢体残疾
option-conditions-low_vision = 低视力
option-conditions-visual_disability = 视力残疾
option-conditions-vaccine_reaction_disability = 预防接种异常反应致残
option-conditions-growth_hormone_deficiency = 生长激素缺乏症
fact-severe_disability_level = 失能评定是重度几级（河口区的分级）
fact-severe_disability_level-help = 护理补贴按这个级别发。评定结论书上有。
option-severe_disability_level-1 = 重度一级
option-severe_disability_level-2 = 重度二级
option-severe_disability_level-3 = 重度三级
option-severe_disability_level-none = 没有评为重度，或没有评定过
fact-disability_grade = 失能评估是几级（国家标准）
fact-disability_grade-help = 长期护理保险从 3 级起支付。评估结论书上有。
option-disability_grade-0 = 0 级，基本正常
option-disability_grade-1 = 1 级，轻度失能
option-disability_grade-2 = 2 级，中度失能
option-disability_grade-3 = 3 级，重度失能一级
option-disability_grade-4 = 4 级，重度失能二级
option-disability_grade-5 = 5 级，重度失能三级
fact-severe_dementia = 有没有评为重度失智
fact-severe_dementia-help = 重度失智的人也可以享受长期护理保险。
fact-enrolled_and_paid_on = 哪天办好参保并交了费
fact-enrolled_and_paid_on-help = 宝宝出生 90 天内参保交费，出生那天起的费用都能报。
option-enrolled_and_paid_on-not_yet = 还没有办
fact-local_household = 户口在本地吗
fact-local_household-help = 户口不在本地的孩子，也可能可以在居住地参保。
fact-residence_permit = 有本地居住证吗
fact-residence_permit-help = 有居住证就可能可以在这里参保。
fact-studies_here = 在本地上学或上幼儿园吗
fact-studies_here-help = 在这里上学就可能可以在这里参保。
fact-parent_has_employee_account = 父亲或母亲有职工医保个人账户吗
fact-parent_has_employee_account-help = 个人账户里的钱可能可以替孩子交医保费。

## 一笔费用的情况
fact-self_paid = 全自费金额
fact-self_paid-help = 总费用里，医保目录以外的药和项目，医保不报。结算单上有这一栏，没有就填 0。
fact-advance = 乙类先行自付金额
fact-advance-help = 总费用里，乙类药品和项目要先自己付的部分。结算单上叫“先行自付”，没有就填 0。
fact-facility_level = 医院的级别
fact-facility_level-help = 级别越低，报得越多。门诊病历或医院大门牌子上一般有。
option-facility_level-primary = 社区医院或乡镇卫生院
option-facility_level-primary-note = 也包括村卫生室、社区卫生服务站
option-facility_level-1 = 一级医院
option-facility_level-2 = 二级医院
option-facility_level-2-note = 多数县医院
option-facility_level-3 = 三级医院
option-facility_level-3-note = 多数大医院
fact-admission = 这是今年第几次住院
fact-admission-help = 同一年再住院，起付线可能会降低。不填就按这里填的几笔来数。
fact-treats = 这次主要看什么病
fact-treats-help = 有些病报销比例更高，或者有专门的待遇。
option-treats-hypertension = { option-conditions-hypertension }
option-treats-diabetes = { option-conditions-diabetes }
option-treats-cerebral_palsy = { option-conditions-cerebral_palsy }
option-treats-intellectual_disability = { option-conditions-intellectual_disability }
option-treats-autism = { option-conditions-autism }
option-treats-hearing_speech_disability = { option-conditions-hearing_speech_disability }
option-treats-cataract = { option-conditions-cataract }
option-treats-limb_disability = { option-conditions-limb_disability }
option-treats-low_vision = { option-conditions-low_vision }
option-treats-visual_disability = { option-conditions-visual_disability }
option-treats-vaccine_reaction_disability = { option-conditions-vaccine_reaction_disability }
option-treats-growth_hormone_deficiency = { option-conditions-growth_hormone_deficiency }
option-treats-other = 别的病
fact-third_party_liable = 有没有别人该赔
fact-third_party_liable-help = 比如车祸的对方、打伤人的人。该由别人赔的，医保不付。
fact-at_rehabilitation_centre = 是不是在市人民医院康复中心做的
fact-at_rehabilitation_centre-help = 有一项康复待遇只在这里能用。
fact-months = 护理了几个月
fact-months-help = 按整月算，一笔最多填 12 个月。

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

## 填错了怎么改（核心给的代码）
problem-not_a_whole_number = 请填整数，例如 3
problem-unreadable = 这一项读不出来，请重新填写
problem-missing = 缺少“{ $key }”这一项
problem-empty = 这里不能空着
problem-malformed_money = 请填金额，例如 1200 或 1200.50，最多两位小数
problem-malformed_rate = 请填比例，例如 70%
problem-malformed_date = 请填真实存在的日期，例如 2025 年 6 月 9 日
problem-malformed_year = 请填四位数的年份
problem-out_of_range = 请填 { $min } 到 { $max } 之间的数
problem-not_a_choice = 请从给出的选项里选
problem-published_value = 这个数字已经公布，不用填写
problem-too_many_expenses = 费用太多了，最多 { $max } 笔，请一次只算一年的
problem-missing_total = 请填写总费用
problem-out_of_scope_above_bill = 全自费和先行自付加起来超过了总费用，请对照结算单再看一遍
problem-settled_above_bill = 各项已支付的金额加起来超过了总费用，请对照结算单再看一遍
problem-birth_after_today = 出生日期在今天之后，请再看一遍
problem-enrolment_before_birth = 参保日期在出生之前，请再看一遍
problem-enrolment_after_today = 参保日期在今天之后；还没有办的，请选“还没有办”
problem-expense_before_birth = 费用的日期在出生之前，请再看一遍

## 每一步怎么算的（核心给的步骤；before 和 after 是这一步前后的金额）
finding-began = 这项待遇从 { DATE($date) } 开始
finding-known-from = 我们收录的规定从 { DATE($date) } 起，更早的不知道
finding-not-on-file = 这项待遇是有的，但规定没有收录
computing = 正在计算……
lacking-title = 还算不出来：有一部分没有下载下来
lacking-text = 您填的都还在。请检查网络，再试一次。
retry = 再试一次
and-more = ，还有 { $n } 项

## 还没有选地区的时候
promise-intro = 选好以后，这里会写明：
promise-amount = 能报多少，自己付多少；说不准的就给出范围，不拿猜测当承诺
promise-benefits = 哪些待遇适用，哪些可能适用，哪些不适用、为什么
promise-sources = 每个数字怎么算出来的，依据哪份文件，有多可靠
coverage = 目前只收录了名单上的地方。别的地方规定不同，不能套用，可以打医保热线 12393 问。
row-admission = 第 { $value } 次住院
row-years_insured = 连续参保 { $value } 年
row-retired-yes = 退休
row-retired-no = 在职

## 从链接或文件打开
open-file = 打开以前存的文件
restored-not = 没能打开链接或文件里的内容：请检查网络，再打开一次。

## 下面几块，打开时才载入
more-title = 还可以看、可以做
more-curve = 账单变大，自己多付多少
more-levels = 换一级医院，差多少
more-year = 今年的起付线和封顶线用了多少
more-slip = 拿到的金额不一样？和结算单对一对
more-along = 带走：打印、存文件、发链接
more-opening = 正在打开……
more-failed = 没能打开，请检查网络，关上再打开一次。
