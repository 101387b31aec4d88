### 政策库。居民先看得懂，经办人员查得准。与估算页共用的词在 ../../page/words/zh.ftl。

## 页头
library-brand = 医保报销估算 · 政策库
library-title = 医保政策库
library-lead = 估算用到的每一条规定、每一个数字都在这里：从哪天起、出自哪份文件、有多可靠、还有什么没有公布。
library-skip = 跳到规定
library-region = 看哪里的规定
library-contents = 目录
library-to-estimate = 用这里的规定估算
library-disclaimer = 这里用自己的话转述公开的规定，不是文件原文。办事以当地医保局的答复为准，可以拨打 12393。
library-unknown-region = 没有收录这个地方（{ $code }）的规定。请从名单里选。
library-unknown-clause = 没有找到“{ $path }”这一条：它可能改了名字，或者被别的规定代替了。下面是{ $region }的全部规定。
library-loading = 正在取这个地方的规定……
library-failed = 这个地方的规定没能取来。请检查网络，再试一次；也可以拨打 12393 询问。
library-start = 选一个地方，就能看到那里的全部规定。
library-page-title = { $region } · 医保政策库

## 一个地方
region-holds = { $names }的规定在这里一起用；当地另有规定的，按当地的。
region-count = 一共 { $programmes } 项待遇，{ $sources } 份文件。
region-programmes = { $region }的规定
region-notes = 当地的消息（不参与计算）

## 一项待遇
kind-reimbursement = 报销
pays-from = { $fund }支付
for-services = 用于：{ $services }
for-person = 看的是人，不看某一笔费用
not-on-file = 有这项待遇，但没有找到可以引用的规定，所以不算金额
known-always = 规定没有写从哪天开始
began-on = { DATE($date) }开始实行
begins-on = { DATE($date) }才开始实行
known-from = 收录的规定从{ DATE($date) }起；更早的怎么规定，没有找到
who-title = 谁能享受
who-all = 以下几条都要符合
expense-conditions = 这一笔费用还要
numbers-title = 有关的数字
numbers-shared = 公布的这几个数字：
readings-title = 可以有两种理解的地方
reading-why = 为什么：{ $why }
reading-preferred = （我们认为更可能）
relations-title = 和别的待遇
replaces = 代替了{ $region }的
replaced-by = 在{ $region }，由这一项代替：
yields-to = 两项都符合时，由这一项支付：
goes-before = 两项都符合时，由本项支付，不再由这一项支付：
limit-link = 知道这个数字，估算时可以填。

## 数字
span-now = 现在
span-later = 还没开始
span-earlier = 以前
span-both = { DATE($from) }到{ DATE($to) }
span-from = { DATE($from) }起
span-to = { DATE($to) }及以前
span-always = 没有写起止日期
unpublished = 没有公布
unpublished-between = 没有公布；估算时假定在 { $low } 到 { $high } 之间
unpublished-up-to = 没有公布；估算时假定不超过 { $high }
unpublished-from = 没有公布；估算时假定不低于 { $low }
unpublished-yes_no = 没有公布；要问当地
seen-elsewhere = 别处见过，未经证实：{ $values }
limit = 出处没有提到；知道的人填了才用
row-label = 项目
figure-label = 数字
source-short = 《{ $title }》，{ DATE($date) }
row-facility_level-1-and-primary = 一级及社区、乡镇医院
row-from-admission = 第 { $value } 次起
row-from-years_insured = 连续参保 { $value } 年及以上
row-from = { $row }及以上

## 文件
sources-all = 依据的文件
sources-hint = 文件越旧，越要先问现在还是不是这样。
source-age-new = 一个月内公布
source-age-months = 距今 { $n } 个月
source-age-years = 距今 { $n } 年
source-used-by = 用在：{ $programmes }
source-unused = 这里的待遇没有用到它
source-publisher = 发布：{ $publisher }

## 两天之间
changes-title = 两天之间有什么变化
changes-hint = 选两天，看哪些规定和数字不一样。默认是一年前和今天。
changes-from = 前一天
changes-to = 后一天
changes-same-day = 两天是同一天，没有可比的。
changes-none = 从{ DATE($from) }到{ DATE($to) }，收录的规定没有变化。这只说明我们收录的内容没有变，不等于当地没有新规定。
changes-some = 从{ DATE($from) }到{ DATE($to) }，有 { $n } 项待遇不一样。
change-began = { DATE($date) }开始实行；这天以前没有这项待遇。
change-known = 收录的规定从{ DATE($date) }起；这天以前怎么规定，没有找到。
change-what = 数字
change-on = { DATE($date) }
change-source-only = 数字没变，换了文件
change-clause = 看这一条

## 核对
files-title = 核对用
files-hint = 文件的指纹（SHA-256）和项目里的政策文件一一对应，改一个字就会不同。
file-of = { $region }的政策文件
