//! How each command is called, in both languages.

use yibao::officer::notice::Lang;

/// The text for a reader.
pub fn usage(lang: Lang) -> &'static str {
    lang.pick(ZH, EN)
}

const EN: &str = "\
yibao estimate [FILE]             one answer to the request in FILE; exit 0 estimate, 1 failure
yibao estimate --lines            one request a line, one answer a line
yibao estimate --explain amounts  the amounts alone: no working, no questions
yibao extremes [--of AMOUNT]      when an amount (default: paid) is lowest and highest
yibao alternatives                what would have to be different, what can be chosen
yibao curve [--expense ID] [--up-to YUAN] [--pay-at-most YUAN]
                                  what the resident pays against the size of a bill
yibao inverse --expense ID --of AMOUNT --amount YUAN
                                  which bill of the expense leads to the amount
yibao inverse --open VALUE --of AMOUNT --amount YUAN
                                  which value of an unpublished value leads to it
    for all of these, FILE is the request; without it, or as -, standard input:
    --lines                       one request a line, one answer a line, in the same order, on all cores
      --jobs N                    on N cores
      -o FILE [--resume]          answers into a file; --resume goes on where an interrupted run stopped
      --quiet                     do not say how far it has come (only said at a terminal)
    --from setlinfo [--region CODE] [--asked-on DAY]
                                  settlement records of the national interface instead of requests
    --policies DIR                only the policies in DIR
    --add DIR                     the policies in DIR beside the shipped ones, or in place of them
yibao describe CODE [--policies DIR | --add DIR]
                                  a region laid out: facts, programmes, values, readings, sources, words
yibao check [PATH] [--today DAY] [--json]
                                  every problem and warning of a policy, or of a folder of them (default: policies)
yibao cases [PATH]                every worked case that does not hold
yibao coverage [PATH] [--json]    what the worked cases reach, and cases that would reach the rest
yibao mutate [PATH] [--json]      what could be mistyped without a case noticing
yibao diff OLD NEW [--people N] [--seed N] [--today DAY] [--json]
                                  who gains, who loses, by how much and why
yibao cohort FILE|CODE [--changed PATH] [--people N] [--seed N] [--jobs N] [--json] [--html FILE]
                                  a simulated population of a region, drawn from a description (or from the default one
                                  of a code): cost of each fund, what is left to residents, and with --changed who gains
                                  and who loses; also takes --policies or --add
yibao cohort CODE --example       the default description, to be changed
yibao cohort FILE|CODE --requests what would be asked of each resident, one a line
yibao schema cohort               the JSON Schema of a description
yibao sheet POLICY --out FILE.xlsx
                                  the values, sources and cases of a policy as a workbook
yibao sheet POLICY --from FILE.xlsx [--out NEW]
                                  what was changed in the workbook, into the policy, or into a new file or folder
yibao schema                      the JSON Schema of a policy file
yibao facts                       what each fact, option and kind of care means, as a page
yibao new CODE NAME --like CODE [--en NAME] [--into DIR]
                                  a new place with the rules, not the numbers, of another
yibao texts                       every text id that a page words itself
yibao preview PATH [--into DIST]  a script for the built page in DIST (default: dist), which shows it with these rules
yibao --version                   the version of this program
    for all: --lang zh|en         the language of messages (otherwise LANG)
exit 2: wrong use or bad policies";

const ZH: &str = "\
yibao estimate [FILE]             算 FILE 里的请求；退出码 0 算出来了，1 没算成
yibao estimate --lines            一行一个请求，一行一个答案
yibao estimate --explain amounts  只要金额，不要过程和问题
yibao extremes [--of AMOUNT]      什么情况下某个金额（默认 paid）最低、最高
yibao alternatives                什么条件不同就会不一样，可以怎么选
yibao curve [--expense ID] [--up-to YUAN] [--pay-at-most YUAN]
                                  自己付多少，随费用大小怎么变
yibao inverse --expense ID --of AMOUNT --amount YUAN
                                  这笔费用是多少，才会得到这个金额
yibao inverse --open VALUE --of AMOUNT --amount YUAN
                                  这个没公布的数值是多少，才会得到这个金额
    以上都可以写请求的文件 FILE，不写或者写 - 就读标准输入；也都可以加：
    --lines                       一行一个请求，一行一个答案，次序不变，用全部处理器核心
      --jobs N                    只用 N 个核心
      -o FILE [--resume]          答案写进文件；上次中断了，加 --resume 接着算
      --quiet                     不显示进度（本来也只在终端上显示）
    --from setlinfo [--region CODE] [--asked-on DAY]
                                  读全国统一接口的结算记录，不读请求；记录没写地区的用 CODE
    --policies DIR                只用 DIR 里的规定
    --add DIR                     在自带的规定之外加上 DIR 里的，同一地区用 DIR 里的
yibao describe CODE [--policies DIR | --add DIR]
                                  一个地区的全部：问题、项目、数值、读法、来源、说明
yibao check [PATH] [--today DAY] [--json]
                                  一个地区或一批地区（默认 policies）的全部问题和提醒
yibao cases [PATH]                对不上的例子
yibao coverage [PATH] [--json]    例子用到了哪些，还该加哪些
yibao mutate [PATH] [--json]      写错了哪里，例子也发现不了
yibao diff OLD NEW [--people N] [--seed N] [--today DAY] [--json]
                                  谁多报、谁少报、差多少、为什么
yibao cohort 描述文件|地区代码 [--changed PATH] [--people N] [--seed N] [--jobs N] [--json] [--html FILE]
                                  按描述（或者地区的默认描述）抽出模拟的一批居民：各基金支出多少、个人负担多少；
                                  加 --changed 就比较改规定前后，谁报得更多、谁更少；也可以加 --policies 或 --add
yibao cohort 地区代码 --example   默认的描述，改了再用
yibao cohort 描述文件|地区代码 --requests
                                  每个居民会怎样问，一行一个
yibao schema cohort               描述文件的 JSON Schema
yibao sheet POLICY --out FILE.xlsx
                                  把数值、来源、例子写成表格
yibao sheet POLICY --from FILE.xlsx [--out NEW]
                                  把表格里改的读回规定，或者写进新的文件、文件夹
yibao schema                      规定文件的 JSON Schema
yibao facts                       每个事实、选项、就医类型的意思，写成一页
yibao new CODE NAME --like CODE [--en NAME] [--into DIR]
                                  新建一个地区：照搬另一个地区的条件和算法，不照搬数字
yibao texts                       网页自己措辞的全部文字编号
yibao preview PATH [--into DIST]  给 DIST（默认 dist）里的网页写一个脚本，让它按这些规定来算
yibao --version                   这个程序的版本
    都可以加：--lang zh|en        提示用哪种语言（不写就看 LANG）
退出码 2：用法不对，或者规定有问题";
