### 中文（简体）：打开“怎么算的”“条件和依据”等才看到的话。

why-yes = 满足的条件
clause-title = 规定怎么说
caveats-title = 要注意
limit-enter = 知道当地的数字？填在这里
next-title = 怎么办
sources-title = 出处
see-clause = 在政策库里看这一条（新窗口）
see-library = 在政策库里看这里的全部规定（新窗口）

## 怎么算的
line-title = 第 { $n } 笔 · { SERVICE($service) } · { DATE($date) }
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
steps-result-range = 报销
step-in-scope = 总费用 { MONEY($before) } 去掉全自费和先行自付，剩下的是“政策范围内费用”
step-in-scope-all = 总费用全部在政策范围内
step-bill = 按总费用计算
step-left = 政策范围内费用 { MONEY($before) } 减去前面几层已经报销的
step-year-share = 加上今年前面几笔留给个人的 { MONEY($earlier) }，一年合起来算
step-beyond-cap = “{ $programme }”一年最多 { MONEY($cap) }；用完以后，算在这里的部分
step-deductible = 减去起付线 { MONEY($amount) }
step-deductible-year = 减去今年还没有扣完的起付线 { MONEY($amount) }
step-rate = 按 { RATE($rate) } 报销
step-rate-raised = 按 { RATE($rate) } 报销（原来 { RATE($from) }，提高 { RATE($by) }）
step-bands = 分段计算：{ PARTS($parts) }
step-cap = 每次最多 { MONEY($amount) }
step-cap-year = 今年最多还能报 { MONEY($amount) }
step-cap-month = 每月有限额，{ $months } 个月最多 { MONEY($amount) }
step-allowance = 每月 { MONEY($amount) }，共 { $months } 个月
step-owed-before = 减去今年前面几笔已经报过的 { MONEY($amount) }
step-round = 四舍五入到分
step-cut = 报销的钱不会超过还剩下的政策范围内费用
step-other-pays = 已经由“{ $programme }”支付，这一项不再重复支付
step-settled = 以结算单上的金额为准，不再计算
caveat-no-basic-programme = 没有收录当地“{ SERVICE($service) }”的基本医保规定，基本医保按 0 计算
