### What loads when it is opened. As words/en.ftl: for residents, in short sentences and plain words.

## Take it along
along-print-title = Print it, or save it as a PDF
along-print-text = A full receipt: every clause, every step of the working, sources and dates, what we assume, and what you entered. Take it to the hospital or the insurance bureau and ask.
along-print = Print or save as PDF
along-view = Look at it on screen first
along-link-title = Send it to your family, or go on with it elsewhere
along-link-text = Your answers stand in the link itself, after the “#”; they go to no server, not even when the link is opened. Whoever has the link can read them.
along-link = Make a link
along-link-field = Link
along-copy = Copy the link
along-copied = Copied
along-copy-failed = It could not be copied. Select the link above and copy it.
along-link-disk = This page was opened from a file on this device, so the link works only here. To send it to somebody, save a file and send that.
along-file-title = Save it as a file
along-file-text = Saves your answers and the result (as JSON). Open it here later and go on.
along-save = Save as a file
along-file-show = Cannot save a file? Copy its text
along-open-title = Open a saved file
along-open-text = What you have entered now is replaced by what the file holds.

## The printed receipt
receipt-close = Close the receipt
receipt-title = Estimate of medical insurance: receipt
receipt-where = { $region } · computed by the rules on file on { DATE($date) }
receipt-in-scope = Of this, in scope
receipt-answers = What you entered
receipt-true = met
receipt-false = not met
receipt-unknown = still open
receipt-not = { $name } – not met: { $why }
receipt-hashes = For checking
receipt-hashes-text = These fingerprints (SHA-256) name the program, the rules and the inputs. The same three give the same amounts on any machine.
receipt-build = Program: { $engine }
receipt-policy = Rules: { $id }
receipt-inputs = Inputs
receipt-request = Inputs as they are

## Beside the slip
slip-intro = Take the settlement slip of the hospital and enter the lines that you can see; leave the others empty. We compare line by line, and then look for where the difference comes from.
slip-which = Which bill
slip-medfee_sumamt = Total of the bill (医疗费总额)
slip-medfee_sumamt-help = All that the care cost, what insurance pays and what you pay.
slip-fulamt_ownpay_amt = Outside the catalogue (全自费金额)
slip-fulamt_ownpay_amt-help = Medicine and items outside the insurance catalogue; you pay all of it.
slip-preselfpay_amt = Class-B advance (先行自付金额)
slip-preselfpay_amt-help = The part of class-B medicine and items that you pay first.
slip-inscp_scp_amt = In scope (符合政策范围金额)
slip-inscp_scp_amt-help = The total less the two lines above. Only this part is paid back from.
slip-act_pay_dedc = Deductible applied (实际支付起付线)
slip-act_pay_dedc-help = What you pay yourself before anything is paid back.
slip-hifp_pay = Basic insurance (基本医保统筹基金支付)
slip-hifp_pay-help = What the insurance fund paid: most of what is paid back.
slip-hifmi_pay = Critical illness insurance (居民大病保险支付)
slip-hifmi_pay-help = Pays once more after basic insurance, where costs are high.
slip-hifob_pay = Large-expense subsidy (职工大额医疗费用补助支付)
slip-hifob_pay-help = The same for employees.
slip-maf_pay = Medical assistance (医疗救助支付)
slip-maf_pay-help = For people recognised as in hardship, after insurance.
slip-oth_pay = Other (其他支付)
slip-oth_pay-help = Long-term care insurance and other funds.
slip-fund_pay_sumamt = All funds together (基金支付总额)
slip-fund_pay_sumamt-help = What insurance and assistance above paid, added up.
slip-psn_part_amt = You paid (个人负担总金额)
slip-psn_part_amt-help = Your own part: in cash, and from your personal account.
slip-answered = You entered: { $amount }
slip-estimated = Estimate: { $amount }
slip-same = The same
slip-inside = Inside the estimated range
slip-more = { MONEY($by) } more than the estimate
slip-less = { MONEY($by) } less than the estimate
slip-sum-total = “All funds together” and “You paid” do not make up the total of the bill; please check the slip.
slip-sum-funds = What the funds paid is more than “All funds together”; please check the slip.
slip-sum-parts = What is outside the catalogue, the advance and what is in scope make more than the total; please check the slip.
slip-find = Find the difference
slip-use = Take the slip’s amounts
slip-use-hint = Taking them means: what you entered above counts as paid and is no longer estimated; the rest still is.
slip-searching = Trying one possibility after another…
slip-used = The slip’s amounts are taken, and the result goes by them. To change them, go to that bill in the form.
slip-applied = Your answer was changed to this, and the result computed anew.
causes-same = Slip and estimate are the same
causes-found = { $n ->
    [one] One possibility gives exactly the amounts of the slip
   *[other] { $n } possibilities give exactly the amounts of the slip; the more common come first
 }
causes-none = We tried { $n } possibilities, and none gives the amounts of the slip
cause-take = That is it: change my answer
cause-inputs = With the slip’s own figures everything is the same ({ $lines }).
cause-answer = If the answer were: { $answers }.
cause-reading = If the clause is read in the other way ({ $readings }).
cause-deductible = If { MONEY($amount) } of the deductible of “{ $programme }” had already been borne this year.
cause-cap = If “{ $programme }” had already paid { MONEY($amount) } this year, so that its cap is nearly used up.
cause-share = If you had already borne { MONEY($amount) } in scope this year.
cause-date = If the rules of { DATE($date) } were applied.
cause-outside = If { MONEY($amount) } of the bill were outside the catalogue or advance. See whether these two lines of the slip say so.
cause-value = The slip shows what was not published: { $values }.
cause-value-hint = This is worked out backwards from your one slip; it is not a published rule.
causes-uncounted = The slip has money from “{ $names }”. Its rule is not on file, so the estimate has none.
causes-else = If it is none of these, there are causes that we cannot compute:
causes-else-none = It may be one of these, which we cannot compute:
causes-else-catalogue = Some medicine or items have a price limit, or an advance of another share: insurance counts only part of them.
causes-else-referral = Care in another city, or without a referral or registration, is paid back at a lower share.
causes-else-year = The care ran over the turn of the year, or earlier bills are not entered here.
causes-else-extra = A civil servants’ subsidy, an employer’s supplement or commercial insurance paid part of it.
causes-else-account = The slip shows your personal account and cash on two lines.
causes-ask = Take the slip and the receipt from here to the hospital’s insurance office, or call 12393.

## What would have to be different
different-none = As things stand, nothing would make it apply.
different-do = What can be done:
different-not = Nothing that can be done; the condition would be:
different-then-paid = Then { $amount } would be paid back altogether.
different-perhaps = Then it may apply, depending on what is not answered or not on file.
different-perhaps-paid = Then it may apply, with { $amount } paid back altogether, depending on what is not answered or not on file.
different-of-bill = bill { $n }
different-more = { $n ->
    [one] 1 more case is not listed.
   *[other] { $n } more cases are not listed.
 }
action-enrol = Enrol
action-enrol-by = Enrol and pay by { DATE($date) } at the latest
action-choose_facility = Next time, go to such a hospital
action-be_recognised = Apply to be recognised
action-be_assessed = Apply for an assessment
action-apply = Apply for it
among-or = {" "}or{" "}
among-has = with { $names }
among-has-any = with one of these: { $names }
among-lacks = without { $names }
among-from = { $from } or later
among-to = { $to } or earlier
among-least = { $from } or more
among-most = { $to } or less
among-between = { $from } to { $to }
extremes-low = Lowest, { MONEY($amount) }, if:
extremes-high = Highest, { MONEY($amount) }, if:
extremes-low-any = Lowest, { MONEY($amount) }: whatever else is answered, it is never less.
extremes-high-any = Highest, { MONEY($amount) }: whatever else is answered, it is never more.
extremes-not-reached = So much is open that no case with exactly this amount was found; it never lies outside.
extremes-uncounted = “{ $fund }” pays { MONEY($amount) } of it by a benefit whose rule is not on file
extremes-note = Only what matters is listed; whatever else is answered, the amount stays the same.
