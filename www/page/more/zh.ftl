### 打开时才载入的几块。和 words/zh.ftl 一样：写给居民看，短句，大白话。

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
along-copy-failed = 没能自动复制，请长按选中上面的链接，再复制
along-link-disk = 这个页面是从这台设备的文件里打开的，链接在别的设备上打不开。发给别人，请存成文件再发。
along-file-title = 存成文件
along-file-text = 存下您填的内容和算出的结果（JSON 格式）。以后在这里打开，就能接着算。
along-save = 存成文件
along-file-show = 存不了文件？复制里面的文字
along-open-title = 打开以前存的文件
along-open-text = 打开以后，现在填的内容会换成文件里的。

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
slip-preselfpay_amt = 先行自付金额
slip-preselfpay_amt-help = 乙类药品和项目里，要自己先付的那一部分。
slip-inscp_scp_amt = 符合政策范围金额
slip-inscp_scp_amt-help = 总额去掉上面两栏。报销只看这一部分。
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
slip-oth_pay = 其他支付
slip-oth_pay-help = 长期护理保险等别的基金付的。
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
slip-sum-total = “基金支付总额”加“个人负担总金额”不等于“医疗费总额”，请对照结算单再看一遍。
slip-sum-funds = 几个基金付的钱加起来超过了“基金支付总额”，请对照结算单再看一遍。
slip-sum-parts = “全自费”“先行自付”“政策范围”加起来超过了“医疗费总额”，请对照结算单再看一遍。
slip-find = 找一找差在哪里
slip-use = 就按结算单的金额算
slip-use-hint = 按结算单算：上面填了的金额当作已经付的，不再估算；还没结的部分继续算。
slip-searching = 正在一种一种地试……
slip-used = 已经换成结算单上的金额，结果按它算。要改，到“看病的费用”那一笔里改。
slip-applied = 已经按这个改了您的回答，结果重新算过。
causes-same = 结算单和估算一样
causes-found = { $n ->
    [1] 找到一种情况，能算出和结算单完全一样的金额
   *[other] 找到 { $n } 种情况，都能算出和结算单完全一样的金额，常见的在前
 }
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
