### English. Written for residents: short sentences, plain words; a term of the trade is explained where it stands.

## Header and footer
title = What will your medical insurance pay?
page-title = What will your medical insurance pay? · Medical insurance estimate
brand = Medical insurance estimate
lead = Say what happened and where the insurance is paid, and see at once roughly what comes back. Leave out what you do not know.
privacy = Everything is computed on your own device; nothing you enter is sent anywhere. To be sure, switch to flight mode first.
privacy-check = How to check
skip = Skip to the result
disclaimer = This is an estimate from published policies, not a settlement. What the hospital and the bureau settle is what counts.
version = Program { $engine } · rules { $policies }

## States
starting = Getting ready…
failed-title = The calculation could not start
failed-text = Reload the page, or use a newer browser (Chrome 97, Safari 16, Firefox 102 or later). You can also call the medical insurance line, 12393.
failed-detail = Technical detail: { $reason }
failed-answers = What you have filled in so far
failed-leave = Choose another area and keep all answers
failed-bug-title = The calculation failed
failed-bug-text = This is a fault of the program, not of your answers. They are all still here: change something and try again, or call the medical insurance line, 12393.
policies-failed-title = The rules of this site could not be read
policies-failed-text = This site uses a rule file of its own, and something is wrong with it, so there is no estimate now: better none than a wrong one. Please come back later, or call the insurance line 12393.
policies-failed-detail = For the webmaster:

## First of all: what happened
start-title = What happened?
start-hint = Choose what comes closest, and we ask what matters first. Your choice changes nothing about what you are entitled to, and you can change it at any time.
start-skip = Skip this
start-none = Nothing chosen
change = Change
situation-child = A child is ill or was hurt
situation-child-note = Outpatient care, hospital, an accident, rehabilitation
situation-newborn = A baby was born
situation-newborn-note = By when to enrol, and the costs since birth
situation-chronic = Regular medicine or visits for an illness
situation-chronic-note = High blood pressure, diabetes and other chronic diseases
situation-hospital = A hospital stay
situation-hospital-note = Over, or soon to come
situation-care = A relative needs long-term care
situation-care-note = At home or in an institution
situation-hardship = Little money, large medical bills
situation-hardship-note = Subsistence allowance, low income, or bills that have become too much
situation-entitled = No bill: what am I entitled to?
situation-entitled-note = Without entering a bill
expenses-none-hint = You see the benefits without a bill. Enter one when you have it.
expense-first = Enter a bill
headline-entitled = So far { $n ->
    [one] 1 benefit applies.
   *[other] { $n } benefits apply.
 }
headline-entitled-more = { $n ->
    [one] 1 more may apply.
   *[other] { $n } more may apply.
 }
headline-entitled-perhaps = So far { $n ->
    [one] 1 benefit may apply.
   *[other] { $n } benefits may apply.
 }
headline-entitled-none = So far no benefit applies.

## Step one: the area
section-region = Where you are insured
region = Area
region-hint = Where the insurance is paid, which may be neither your registered home nor where the hospital is.
region-loading = Getting the rules of this place …
region-failed = The rules of this place could not be loaded. All you filled in is still here. Check the network and try again, or ask on 12393.
retry = Try again
region-cities = Cities, counties, districts
region-wide = National or provincial rules only
section-person = The insured person
person-hint = The one who needs care. For a child, give the child’s details.
whose = Of the person who was treated.
situation-child-whose = The child’s, not the parents’.
situation-newborn-whose = The baby’s, not the parents’.
situation-care-whose = Of the person who needs care.
situation-entitled-whose = Of the person whom you want to know about.
section-notes = Good to know here

## Step two: the bills
section-expenses = Medical bills
expenses-hint = Enter several bills of one year together: deductibles and caps run over the year. No bill yet? Skip this and see what you are entitled to.
expense-title = Bill { $n }
expense-remove = Remove bill { $n }
expense-add = Add another bill
service = Kind of care
service-hint = It decides which rule applies.
date = Date
date-hint = The day of the visit.
date-hint-stay = The day it was settled, when leaving hospital.
date-hint-care = The day the care began.
date-later = This day is still to come: the rules known today ({ DATE($today) }) are assumed, and may have changed by then.
date-earlier = This day is earlier than every rule on file here (the earliest: { DATE($first) }): the earliest rules are used, and those of that time may have been different.
total = Total of the bill
total-hint = The whole bill, with what insurance has already paid. On the slip: “医疗费总额”.
total-hint-optional = The care allowance here is paid by the month, whatever the cost. You may leave this empty.
expense-waiting = Enter the total, and this bill is computed.
expense-waiting-service = The settlement record does not say what care this was. Choose the kind of care, and this bill is counted; if it was none of these (a pharmacy, say), leave it open.
expense-waiting-date = The settlement record does not say on which day this was. Enter it, and this bill is counted: rules differ from day to day.
bill-waits-service = { $bills } { $n ->
    [one] is
   *[other] are
    } not counted yet: the settlement record does not say whether it was a hospital stay, outpatient care or something else.
bill-waits-date = { $bills } { $n ->
    [one] is
   *[other] are
    } not counted yet: the settlement record does not say on which day it was.
bill-waits-go-service = Choose the kind of care
bill-waits-go-date = Enter the day
circumstances-title = Anything else about this bill?
circumstances = Something else: care elsewhere, somebody else liable, a transfer, a breakdown by class
same-stay = Which bill is of the same stay?
same-stay-hint = One stay that is billed in several parts, or a transfer, counts as one stay: the deductible runs on.
same-stay-none = None of them
items = Breakdown by class
items-hint = A line for every class that stands on the bill. It takes the place of what is paid wholly and what is paid first.
items-rest = What is not listed counts as ordinary cost of class A.
item-add = Add a class
item-days = { $name }: days
item-count = { $name }: pieces
item-unit_price = { $name }: price of a piece
item-remove = Remove “{ $name }”
payers-account = of it from the personal account
payers-cash = of it in cash, to bring along
settled-title = Have the settlement slip? Enter what was already paid
settled-hint = What you enter is taken as it is, not estimated. Enter 0 if nothing was paid; leave empty if you do not know.
settled-basic = Paid by basic insurance
settled-critical_illness = Paid by critical illness insurance
settled-large_expense = Paid by the large-expense subsidy
settled-assistance = Paid by medical assistance
settled-long_term_care = Paid by long-term care insurance
borne-deductible = Deductible already borne with this bill ({ $programme })
settled-supplement = Paid by supplements (employer, civil servants, city insurance)

## Step three: the other questions
section-questions = A few more answers make this more exact
section-questions-more = A few more answers show what else there is
questions-hint = What matters most comes first. You may answer “I don’t know” to any of them.
questions-all = { $n ->
    [one] 1 more question: list it too
   *[other] { $n } more questions: list them all
 }
question-narrows = An answer narrows the range by { MONEY($amount) }.
question-narrows-usual = An answer usually narrows the “about” amount by { MONEY($amount) }.
question-narrows-both = Both parts of the bill together, outside the catalogue and class-B advance, usually narrow the “about” amount by { MONEY($amount) }.
kind-value = A figure nobody has published
kind-reading = A rule that can be read in two ways
check = See result
unknown = I don’t know
none-of-these = None of these
no-options = There is nothing to choose here.
yes = Yes
no = No
choose = Choose
unit-yuan = yuan
unit-year = Year
unit-month = Month
unit-day = Day
age-instead = Or give the age today instead:
unit-age = years
age-is = { $age } years
age-day-matters = Here the day of birth makes a difference. If you know it, fill it in, and the result will be closer.
optional-suffix = {" "}(optional)
bounds = We assume it lies between { $low } and { $high }; that is not a published figure.
bounds-open = Not published, and it could be anything, so only a range can be given for now.
suggested = Seen elsewhere, unconfirmed:
suggested-use = Use { $value }
preferred = we think this likelier

## Checking
check-answers = { $n ->
    [one] Check your answer
   *[other] Check your { $n } answers
 }
check-policy = Figures entered and readings chosen
check-link = Check answers
check-clear = Remove all answers and start again
cleared = All answers were removed.
cleared-undo = Bring them back
check-idle = Makes no difference as things stand
check-remove = Remove
question-bears = It matters for: { $names }.

## Putting things right
errors-title = { $n ->
    [one] One thing needs correcting
   *[other] { $n } things need correcting
 }
errors-general = Please check what you entered
fix-first = The result returns once this is corrected.

## The answer: headline. A bar marks where a line may end
section-answer = Result
headline-start = Choose where you are insured to begin.
aloud = Read aloud
aloud-stop = Stop reading
headline-enter-bill = Enter a bill to see roughly what is paid back.
headline-exact = { $paid } is paid back;
headline-none = { $paid } is paid back;
headline-range = Between { $low } and { $high } is paid back;
headline-range-likely = Between { $low } and { $high } is paid back, |most likely { $likely };
headline-upto = Up to { $high } is paid back;
headline-upto-likely = Up to { $high } is paid back, |most likely { $likely };
headline-own = you pay { $own }.
headline-own-all = you pay the whole { $own }.
headline-own-range = you pay { $ownlow } to { $ownhigh }.
headline-typical = About { $low } to { $high } is paid back;
headline-typical-about = About { $low } is paid back;
headline-typical-own = you pay about { $low } to { $high }.
headline-typical-own-about = you pay about { $low }.
headline-guaranteed = Whatever is still open: between { $low } and { $high } is paid back, and you pay { $ownlow } to { $ownhigh }.
headline-national = We have no rules of your area on file yet; this is what is usual nationally.
headline-allowance = A care allowance of { $amount }.
headline-allowance-upto = A care allowance of up to { $high }.
headline-allowance-upto-likely = A care allowance of up to { $high }, |most likely { $likely }.
headline-allowance-range = A care allowance of { $low } to { $high }.
headline-allowance-range-likely = A care allowance of { $low } to { $high }, |most likely { $likely }.
headline-why-none = Below you see why each benefit does not apply. That does not mean you did something wrong; ask 12393 if in doubt.
headline-may-more = Not counted, because we found no rule to cite: { $names }. More may be paid.
headline-range-why = The range comes from open questions and from figures nobody has published.
range-why = Only a range is possible for now, because we do not know:{" "}
range-unknown = Only a range is possible for now, because this is not clear:{" "}
stop = .
doubt-title = { $n ->
    [one] A rule that can be read in two ways
   *[other] Rules that can be read in two ways
 }
doubt-option = read as “{ $option }”: { $amount }
doubt-option-preferred = read as “{ $option }” (which we think likelier): { $amount }
doubt-compute = See what each reading would bring
doubt-choose = I know which one holds
headline-not-tight = Much is not answered yet; the true range may be narrower.
short-range = { $low }–{ $high }
short-paid = Paid back
short-likely = Most likely back
short-typical = About
short-upto = up to { $high }
short-allowance = Care allowance
short-none = No bill yet
short-applies = { $n ->
    [one] 1 applies
   *[other] { $n } apply
 }
short-may = { $n } may apply
short-fix = { $n } to correct
status-fix = { $n ->
    [one] One entry needs correcting.
   *[other] { $n } entries need correcting.
 }

## The benefits
programmes-title = All benefits
group-applies = Applies
group-undetermined = May apply
group-does_not_apply = Does not apply
group-undetermined-hint = Something is still missing. Open one to answer.
kind-entitlement = Entitled
kind-subsidy = Subsidy
kind-allowance = Allowance
not-computed = Rule not on file, not counted
encouraged = Encouraged nationally; it depends on your area having adopted it
exactly = { MONEY($amount) }
between = { MONEY($low) } to { MONEY($high) }
likely = most likely { MONEY($amount) }
up-to = up to { MONEY($high) }
missing-title = Still missing: { $names }
answer-here = Answer here
why-not = Not met: { $conditions }
why-open = Not certain yet: { $conditions }.
otherwise = What would have to be different
extremes = When it is lowest, when highest
open-working = How this is worked out
open-conditions = Conditions and sources
library = Policy library: every rule that estimates use, and its source (new window)

## Dates, steps, sources, assumptions
deadlines-title = Dates not to miss
deadline = The last day is { DATE($date) }: { $when }
deadline-paid = If it is done today, about { $low } to { $high } are paid back.
deadline-paid-about = If it is done today, about { $low } is paid back.
deadline-left = { $days ->
    [one] 1 day left
   *[other] { $days } days left
 }
deadline-today = That is today
deadline-past = that day has passed
next-steps-title = What to do next
hotline = If in doubt, call the national medical insurance line, 12393. Say where you are insured and what the care was.
hotline-call = Call 12393
assumptions-title = What we assume
all-sources-title = Documents relied on

## Small parts
other-language = 中文
elder = Large text
form-name = Your details
with-row = { $name } ({ $row })
row-answer = { $question } – { $answer }
colon = {": "}
separator = {"; "}
unit-percent = %
headline-nothing = These bills have no amount, and no allowance is due.
no-bill-yet = Once there is such a bill
of-expense = {" "}(bill { $n })

## Conditions, from the core
finding-began = This benefit began on { DATE($date) }
assumed-intro = Taken for granted here; open one to change it:
assumed-more = { $n } more
assumed-chip = { $label }: { $value }
assumed-as-at-home = the same as at home
assumed-out-of-scope = Outside the catalogue and the advance, together
assumed-between = { $low } to { $high }
assumed-nobody-liable = Nobody else is taken to be liable, because nobody was named
assumed-at-home = The care is taken to have been given in the area of the insurance, because nothing else was said
assumed-past-infancy = The patient is taken to be at least one year old, because neither birth nor enrolment was given
assumed-typical-value = Not published here; this is where it usually lies elsewhere
finding-covered = The child was insured on the day of care
finding-ended = This benefit ended on { DATE($date) }
finding-known-from = The rule we have on file is from { DATE($date) }; earlier ones are not known
finding-not-on-file = This benefit exists, but its rule is not on file
computing = Computing…
and-more = {" "}and { $n } more

## Before an area is chosen
promise-intro = Then you will see here:
promise-amount = what is paid back and what you pay; a range where it is not certain, never a guess as a promise
promise-benefits = which benefits apply, which may, which do not, and why
promise-sources = how every figure is worked out, on which document it rests, and how sure it is
coverage = Places marked “own rules on file” are computed by their own rules. All others are estimated by what is usual in China, or by the figures of your city if you enter them.
row-admission = stay no. { $value }
row-years_insured = years insured: { $value }
row-retired-yes = retired
row-retired-no = not retired

## Opened from a link or a file
open-file = Open a saved file

## What loads when it is opened
more-title = More to see and to do
more-curve = How large a bill, how much you pay
more-levels = The same bill at another level of hospital
more-year = What of this year’s deductibles and caps is used up
more-slip = Got a different amount? Compare it with your slip
more-along = Take it along: print, save, send a link
more-opening = Opening…
more-failed = This could not be opened. Please check the connection, close it and open it again.

## Conditions and where they stand
why-yes = Conditions met
clause-title = What the rule says
caveats-title = Please note
limit-enter = Do you know the local figure? Enter it here
next-title = What to do
sources-title = Sources
see-clause = See this clause in the policy library (new window)
see-library = See all rules of this place in the policy library (new window)

## How it is worked out
line-title = Bill { $n } · { $service } · { DATE($date) }
steps-of-likely = This is the most likely case; what is still open moves the amount between { MONEY($low) } and { MONEY($high) }.
steps-of-low = This is the lowest case; what is still open moves the amount between { MONEY($low) } and { MONEY($high) }.
steps-result = Paid back: { MONEY($amount) }
step-valid = from { DATE($from) }
step-valid-until = until { DATE($to) }
step-valid-both = { DATE($from) } to { DATE($to) }
step-valid-always = the source names no dates
step-source = { $title } ({ $publisher }, { $date })
sure-announced = announced by the authority
sure-reported = reported by an institution or newspaper; the original was not seen
sure-unpublished = not published; an assumption
sure-limit = not published; entered by you
sure-entered = entered by you
source-old = An older document: things may have changed

## What we assumed
assume-year = A calendar year (1 January to 31 December) is an insurance year.
assume-before = Before the bills entered here, nothing was paid back this year and there was no hospital stay.
assume-before-change = Was there something earlier in { $year }? Enter it
assume-order = Bills are settled in order of date; those of one day as entered.
assume-layers = Basic insurance comes first, then critical illness insurance or the large-expense subsidy, then medical assistance.
assume-round = What each benefit pays on each bill is rounded to the nearest fen (0.01 yuan); nothing is rounded before.
assume-in-scope = Together, no more is paid back than what is in scope: the bill without what is outside the catalogue and the class-B advance.
assume-today = Today is { DATE($date) }.
assume-reading = { $name }: computed as “{ $option }”.

## Sources
source-line = { $title }, { $publisher }, { DATE($date) }
status-announced = announced by the authority
status-reported = reported by an institution or newspaper
place = Place: { $place }

## Conditions
you-said = Your answer: { $answers }

## Each step, from the core; before and after are its amounts
steps-result-case = Paid back in this case: { MONEY($amount) }
steps-result-range = Paid back, whatever is still open:
step-in-scope = In scope: the bill of { MONEY($before) } less what is outside the catalogue and the class-B advance
step-in-scope-all = The whole bill is in scope
step-bill = The whole bill counts
step-left = The { MONEY($before) } in scope, less what the layers before have paid
step-left-by-basic = What basic insurance left of the { MONEY($before) } in scope
step-from-deductible = From the deductible of this bill, { MONEY($after) }
step-from-out-of-catalogue = From what is out of the catalogue, { MONEY($after) }
step-from-advance = From the advance self-payment, { MONEY($after) }
step-from-unpaid = From what nobody has paid yet, { MONEY($after) }
step-share-counted = As this layer counts it: plus { MONEY($advance) } of the advance, less { MONEY($less) } that do not count
step-year-share = Plus the { MONEY($earlier) } left to you by earlier bills of the year: the year is taken together
step-beyond-cap = “{ $programme }” pays at most { MONEY($cap) } a year; once that is used up, this part counts here
step-over-limit = What lies above the yearly limit of “{ $programme }” and counts here
step-deductible = Less the deductible of { MONEY($amount) }
step-deductible-year = Less { MONEY($amount) }, what is not yet used of this year’s deductible
step-deductible-period = Less { MONEY($amount) }, what is not yet used of the deductible of this day, month, quarter or stay
step-deductible-most = Less the deductible of { MONEY($amount) }: no more is taken off in a year than its yearly limit
step-deductible-unknown = The deductible is not published: here it is taken to be more than the bill
step-borne-first = You bear { RATE($rate) } first
step-at-least = Guaranteed: at least { MONEY($amount) }
step-at-least-in-scope = Guaranteed: at least { RATE($rate) } of what is in scope, { MONEY($amount) }
step-at-least-bill = Guaranteed: at least { RATE($rate) } of the bill, { MONEY($amount) }
step-rate = { RATE($rate) } of it
step-rate-raised = { RATE($rate) } of it ({ RATE($from) }, raised by { RATE($by) })
step-own-rates = Each part at its rate: { $parts }
step-rate-better = More than { MONEY($above) }: the better rate of { RATE($rate) } holds for all of it
step-bands = In bands: { $parts }
step-cap = At most { MONEY($amount) } each time
step-cap-year = At most { MONEY($amount) } is left for this year
step-cap-period = At most { MONEY($amount) } is left for this day, month, quarter or stay
step-uses = Paid at most { $amount } times; { $used } times so far
step-cap-month = Capped by the month: at most { MONEY($amount) } for { $months } months
step-cap-day = Capped by the day: at most { MONEY($amount) } for { $days } days
step-limit-unknown = The most that is paid is not published: here there is taken to be no limit
step-allowance = { MONEY($amount) } a month, for { $months } months
step-allowance-day = { MONEY($amount) } a day, for { $days } days
step-allowance-expense = { MONEY($amount) }, once
step-split = Of it { MONEY($carer) } for the carer, { MONEY($institution) } for the institution
made-part-bill = the bill of { $number }
made-part-in-scope = the part in scope, { $number }
made-part-left = what the layers before left in scope, { $number }
made-part-deductible = the deductible of basic insurance on this bill, { $number }
made-part-advance = the advance self-payment, { $number }
made-part-out-of-catalogue = what is out of the catalogue, { $number }
made-part-over-ceiling = the cost above limits of basic insurance, { $number }
made-part-borne-first = what was borne first of basic insurance, { $number }
made-every = , in stretches of { $number }
made-own-share-times = , your own share × { $number }
made-at-least = , at least { $number }
made-at-most = , at most { $number }
made-round = , rounded to { $number }
step-owed-before = Less the { MONEY($amount) } that earlier bills of the year already brought
step-past-limit = { MONEY($amount) } of it stand outside the limit and are put aside
step-past-limit-added = Plus the { MONEY($amount) } outside the limit
step-round = Rounded to the fen
step-cut = Never more than what is left in scope
step-other-pays = “{ $programme }” pays this already, so it is not paid twice
step-settled = The settlement slip’s amount is taken; nothing is computed
caveat-filed-elsewhere = You live elsewhere and have filed that: paid as at home. The deductible may differ; ask at 12393.
caveat-no-basic-programme = No basic rule for “{ $service }” is on file here; basic insurance is taken as 0
caveat-not-yet-enrolled = You say that you are not enrolled yet. Bills of the time before are usually not paid; this estimate is for somebody who is insured. Ask at 12393.
caveat-enrolled-later = You say that you enrolled on { DATE($date) }, after a bill. Bills of the time before are usually not paid; this estimate is for somebody who is insured. Ask at 12393.
caveat-waiting-period = Whoever enrolled outside the usual months, or had a gap, usually waits 3 months, until about { DATE($date) }, and a month more for each year missed. This estimate does not count the wait. Ask at 12393.

## Earlier in the year; who pays
year-counters = Other counts of the year so far
year-counters-hint = For example outpatient deductibles already used, or visits already paid. Usually not needed
year-before = Before the bills entered here, was there other care in { $year } that insurance paid for?
year-before-hint = Deductibles and caps run over the year, so what came before changes what is paid back now.
year-before-no = No, or not sure (we assume there was none)
year-before-yes = Yes
year-held = Earlier in { $year }
year-held-hint = Only what can change this result is asked. It is on the settlement slips; what is left empty counts as 0.
year-held-nothing = As things stand, nothing from earlier in the year changes this result.
year-admissions = How many hospital stays earlier in { $year }?
year-admissions-hint = Without those entered here. For a further stay the deductible may be lower.
year-deductible_used = “{ $programme }”: how much of the deductible was borne earlier in { $year }?
year-deductible_used-hint = What you have borne of it once is not taken off again.
year-in_scope = Earlier hospital stays in { $year }: how much was in scope altogether?
year-in_scope-hint = Add up “符合政策范围金额” of their slips. The bands run over the whole year.
year-personal_share = Earlier in { $year }: how much in scope did you pay yourself?
year-personal_share-hint = “符合政策范围金额” less what basic insurance paid, added up over the slips. The second layer runs over the whole year.
year-paid = “{ $programme }”: how much did it pay earlier in { $year }?
year-paid-hint = It has a yearly cap, and what was paid before counts towards it.
payers-title-many = Who pays the { MONEY($billed) } of { $n } bills
payers-title-one = Who pays the { MONEY($billed) }
payers-who = Payer
payers-amount = Amount
payers-own = You
payers-liable = of it to be paid by whoever is liable
payers-open = Still open
payers-alt = Bar chart: { $parts }
payers-part = { $who } { $amount }
fund-basic = Basic insurance
fund-critical_illness = Critical illness insurance
fund-large_expense = Large-expense subsidy
fund-assistance = Medical assistance
fund-long_term_care = Long-term care insurance
fund-supplement = Supplements
payers-open-note = The hatched part, { MONEY($amount) }, is still open: it depends on questions not answered yet and figures nobody has published.
payers-likely-note = The bar shows the most likely case.

## What is wrong with an answer (codes of the core)
problem-required-service = Choose the kind of care
problem-required-date = Enter the date
problem-required-total = Enter the total of the bill
problem-not_a_whole_number = Enter a whole number, such as 3
problem-unreadable = This cannot be read; please enter it again
problem-missing = The entry “{ $key }” is missing
problem-empty = This cannot be left empty
problem-malformed_money = Enter an amount such as 1200 or 1200.50, with at most two decimals
problem-malformed_rate = Enter a share such as 70%
problem-malformed_date = Enter a day that exists, such as 9 June 2025
problem-short_year = Enter the year with all four figures, for example 2025
problem-malformed_year = Enter a year of four digits
problem-out_of_range = Enter something from { $min } to { $max }
problem-not_a_choice = Choose one of the options
problem-entered_twice = This says the same as another figure that was entered: keep one of the two
problem-published_value = This figure is published; it need not be entered
problem-too_many_expenses = Too many bills: at most { $max }. Enter one year at a time
problem-missing_total = Enter the total of the bill
problem-out_of_scope_above_bill = What lies outside the catalogue and the class-B advance together exceed the bill; check the slip
problem-third_party_above_bill = What somebody else must pay is more than the bill; check the amounts
problem-nobody_liable = An amount for somebody else to pay is entered, but it says that nobody else is liable; correct one of the two
problem-unknown_option = There is no choice “{ $value }” here
problem-open_request = This depends on what is not answered yet: { $unknowns }
problem-items_above_bill = The items together are more than the bill. Please check the amounts.
problem-said_by_items = This part of the bill follows from its items. Please leave it out.
problem-no_such_expense = There is no bill “{ $id }” to belong to.
problem-stay_in_circle = The parts of this stay name each other in a circle.
problem-stay_of_other_service = Parts of one stay must be of the same kind of care.
problem-stay_with_two_numbers = The parts of this stay have different admission numbers.
problem-stay_too_long = There are more than { $max } days between the first and the last part of this stay.
problem-settled_above_bill = What was already paid exceeds the bill; check the slip
problem-birth_after_today = The date of birth lies in the future; please check it
problem-age_at_odds = With the date of birth { $birth_date }, the age today is not { $age }; please check both
problem-enrolment_before_birth = The enrolment lies before the birth; please check it
problem-enrolment_after_today = The enrolment lies in the future; if it is not done, choose “Not yet”
problem-expense_before_birth = The bill is dated before the birth; please check it

## What cannot be read of a link or a file
problem-too_large = This is too much: enter one person’s bills at a time
problem-not_utf8 = This file is saved as { $encoding }. Please save it again as UTF-8
problem-not_json = This cannot be read; please enter it again
problem-repeated_key = The same entry stands twice; keep one of them
problem-not_an_object = This is not of the right form; please enter it again
problem-not_a_list = Several choices are expected here; please choose again
problem-not_a_string = This is not of the right form; please enter it again
problem-not_yes_no = Answer yes, no, or “I don’t know”
problem-unknown_key = There is no entry “{ $key }”
problem-unknown_region = The rules of this place are not on file yet
problem-abolished_region = This area was merged or renamed: choose the place of today
problem-refused_region = The rules of this place could not be read
problem-region_not_loaded = The rules of this place have not been loaded yet
problem-unknown_fact = There is no question “{ $fact }”
problem-misplaced_fact = “{ $fact }” stands in the wrong place
problem-unknown_programme = There is no benefit “{ $programme }” here
problem-unknown_value = There is no figure “{ $value }” here
problem-unknown_counter = There is no count “{ $counter }” here
problem-other_period = “{ $counter }” does not count in this time
problem-counted_apart = The year counts this apart by kind: say of each how much was used
problem-several_deductibles = “{ $programme }” has several yearly deductibles: say of each how much was used
problem-unknown_reading = There is no reading “{ $reading }” here
problem-repeated_id = Two bills have the same number; remove one and enter it again
problem-repeated_member = The same choice was made twice
paste = Paste a hospital’s settlement record, or a link you were sent
paste-hint = A settlement record is a text from the hospital’s system with “setlinfo” in it; a list of single fees will do, too. It becomes a bill here, and goes nowhere else.
paste-take = Read it
record-read = { $n ->
    [one] One settlement was read and is a bill now.
   *[other] { $n } settlements were read and are bills now.
  } Please compare them with the slip; its amounts stand under “Got a different amount?”.
record-unreadable = This settlement record cannot be read. { $value ->
    [quotes] It is nearly JSON, but its quotation marks are not the straight double ones (single ones, say, or those of a chat or a word processor). Export it again,
    [comma] It is nearly JSON, but a comma stands behind the last entry. Remove it,
    [comment] It is nearly JSON, but it holds a comment (// or #). Remove it,
    [sign] It is nearly JSON, but has Chinese punctuation. Write commas and colons as in English,
    [word] It is nearly JSON, but holds a word such as NaN or None. Let the program write null,
    [repeated_key] One entry stands in it twice. Remove one,
   *[torn] Perhaps it was not copied whole. Copy it again,
    } or type it from the printed slip.
record-no_record = No settlement was found in this. See whether it is the hospital’s settlement data, or type it from the printed slip.
record-not_read = One part looks like a settlement, but could not be read. It was not taken; please type this bill from the slip.
record-other_format = This is { $value ->
    [pdf] a PDF
    [workbook] a file of Excel (or Word, or a ZIP)
    [picture] a picture
    [archive] a compressed file
    [xml] XML
    [html] a web page
    [table] a table (CSV)
   *[words] a text in words
    }, which cannot be read. Type the lines of the slip on this page, or ask the hospital for the settlement as JSON (setlinfo).
record-unreadable_line = Line { $value } could not be read, or not all of it; all others were. Please copy this line again.
record-partial_refund = Part of a bill was paid back. The bill was entered whole; please correct it from the slip after the refund.
record-refund_unmatched = One refund is of a bill that could not be found here. No bill was taken away for it; if its bill stands above, please remove it.
record-failed = One settlement failed and was not entered.
record-cancelled = One settlement was cancelled and was not entered.
record-from_in_scope = The record is not complete: { MONEY($value) } follow from what is in scope and were entered as out of scope. Please check.
record-in_scope_differs = What the record calls in scope ({ MONEY($value) }) does not agree with the bill less its self-paid parts. The self-paid parts were used; please check.
record-said_twice = “{ $member }” and another spelling of it say different things (here “{ $value }”). The standard spelling was used; please check.
record-elsewhere = This care was given outside the place of insurance. What is paid then depends on filing, so it is left open: please answer “Treated outside the area of the insurance?”.
record-third_party = The record says that somebody else is involved (an accident at work or on the road, say). What others must bear, insurance does not pay, so it is left open: please choose.
record-birth_open = A baby under one year, but the record has no birth date. Please enter it: when it was born and enrolled decides whether insurance pays.
record-birth_impossible = The date of birth in the record ({ $value }) cannot be right, so it is left open. Please enter it yourself.
record-encoding = This text is encoded as { $value }, and was read as such. If some of it looks garbled, save it as UTF-8 and try again.
record-refund = One settlement was taken back, or takes another one back. It was not taken.
record-not_an_amount = “{ $member }” is “{ $value }”, which is no amount. It was not taken.
record-too_many_decimals = “{ $member }” is “{ $value }”, with more than two decimals. It was not taken.
record-negative = “{ $member }” is negative ({ $value }). It was not taken.
record-unknown_code = The code “{ $value }” of “{ $member }” is not on our list; please choose for yourself.
record-local_code = The code “{ $value }” of “{ $member }” is a local one. What its first two figures stand for was entered; please check it.
record-maternity = This is a hospital stay for childbirth. It is entered as a hospital stay; where childbirth has rules of its own, the amounts differ.
record-pharmacy = { $n ->
    [one] One bill is
   *[other] { $n } bills are
    } of a pharmacy. { $value ->
    [pooled] The insurance fund paid, so it was taken as ordinary outpatient care. Where pharmacies have rules of their own, it is different; please check
    [account] No fund paid, but the personal account or cash, so it is not counted. Leave it; if it was on a prescription in a pharmacy that outpatient insurance covers, choose ordinary outpatient care
   *[open] It does not say whether the fund paid, or by which rules, so it is not counted. Choose the kind of care as on the slip
    }.
record-kind_at_odds = The kind of insurance and the kind of person ({ $value }) in the record do not go together: working or retired is of employees, pupils and residents are of residents’ insurance. The insurance was taken; please check it.
record-not_a_day = “{ $member }” is “{ $value }”, which is no day; please enter the date yourself.
record-over_limit = { MONEY($value) } above price limits is added to what is paid wholly by the patient.
record-items_unclear = The list of items does not say of { MONEY($value) } whether it is in the catalogue. The list was not used; please enter “Outside the catalogue” and “Class-B advance” yourself.
record-another_person = One settlement is another person’s, or of another insurance or city. It was not taken: an estimate is about one person.
record-fees = Single fees that are not settled yet: { $value }. They were added up to one bill; its date is the last of theirs, where they have one. Please check it.
record-not_settled = One record is a settlement in advance (or the request for one) of a visit that was settled; it was not taken.
record-repeated_fee = A single fee stood there twice; it was taken once.
record-changed = The records differ in what the person is (retired in between, for example): please choose. Where it changed between bills, make two estimates.
record-repeated = One settlement stands in it twice. Both were taken; if they are the same one, remove one of the bills.
record-other-region = The settlement is of another city than the one you chose. Yours counts here; if it is wrong, choose the city of the settlement.
record-other-scheme = The settlement is of another insurance than you chose. Yours counts here; if it is wrong, please correct it.
record-other-birth_date = The settlement has another date of birth than you entered. Yours counts here; if it is the same person, please correct it.
record-detail = The funds one by one: { $names }.
record-detail_differs = One payment in the list of the funds ({ $value }) is not what the slip says. The slip was used; please check.
record-repeated_payment = One payment in the list of the funds ({ $value }) stands there twice. Both were counted; if they are the same one, please correct it from the slip.
record-paid_over_bill = The funds paid { MONEY($value) } together, which is more than this bill. Please check it against the slip.
record-funds_differ = The funds paid { MONEY($value) } together, which is not what the slip gives as their sum. Please check it against the slip.
record-copied = One settlement stands in it twice, to the letter. It was taken once.
record-total_row = One row adds others up and is no settlement. It was not entered.
record-fund_not_said = The slip does not say which fund paid { MONEY($value) } of the funds’ sum, so it is not among what was paid. Please add it from the slip.
record-paid_beside = “Other payments” of { MONEY($value) } may be several things in one and is not among what the funds paid. Please enter it from the slip where you know whose it is.
record-hospital_bears = { MONEY($value) } are borne by the hospital, and not by you. No estimate has that: deduct it from what you pay yourself.
record-total_differs = What the funds paid and what you bear come to { MONEY($value) }, which is not the whole bill. Please check it against the slip.
record-own_differs = Account and cash come to { MONEY($value) }, which is not what the slip gives as your part. Please check it against the slip.
record-amount_unplaced = “{ $member }” says { MONEY($value) }; what it is could not be told, so it was not entered. Please enter it from the slip.
record-other_year = It was settled in another year than the care (“{ $member }” is { $value }). Which year’s limits and deductible hold depends on the area; here it is the year of the settlement.
record-unused = Not needed for the estimate, and not taken ({ $n }): { $names }.
restored-of = Record { $n }: { "" }
restored-of-marked = Record { $n } ({ $marks }): { "" }
restored-unreadable = What is in this link or file cannot be read; perhaps it was not copied whole. Please fill in by hand, or ask for it to be sent again.
restored-region = The area given in the link or file (code { $region }) is not on file, or was merged into another; please choose again.
restored-newer = This was saved by a newer version of this page, and some of it may not have come along. Please check your answers.
restored-lost = { $n ->
    [one] One entry was not recognised and has not come along.
   *[other] { $n } entries were not recognised and have not come along.
 } Please check your answers.
restored-changed = The rules on file here have changed since these answers were saved: amounts may differ from then.

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
open-file-text = A file that you saved replaces what you have entered now; a hospital’s settlement record is added to it.

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
not-counted-title = Benefits that are not counted
not-counted-text = These exist, but we found no rule that we could cite, so they are not in the amount. More may be paid:
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
slip-overlmt_selfpay = Over the limits (超限价自费金额)
slip-overlmt_selfpay-help = What items cost above their limit, such as beds and implants.
slip-acct_pay = Personal account (个人账户支付)
slip-acct_pay-help = What your personal account pays of your own part.
slip-psn_cash_pay = Cash (个人现金支付)
slip-psn_cash_pay-help = What is left to pay yourself.
slip-hosp_part_amt = Borne by the hospital (医院负担金额)
slip-hosp_part_amt-help = What the hospital bears and you do not pay, such as what is above the price of a disease. Only where the slip has it.
slip-acct_mulaid_pay = Account of the family (个人账户共济支付)
slip-acct_mulaid_pay-help = What a relative’s personal account pays. Only where the slip has it.
slip-preselfpay_amt = Class-B advance (先行自付金额)
slip-preselfpay_amt-help = The part of class-B medicine and items that you pay first.
slip-inscp_scp_amt = In scope (符合政策范围金额)
slip-inscp_scp_amt-help = The total less the three lines above. Only this part is paid back from.
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
slip-hifes_pay = Employer's supplement (企业补充医疗保险支付)
slip-hifes_pay-help = What the employer's supplementary insurance pays.
slip-cvlserv_pay = Civil servants' subsidy (公务员医疗补助支付)
slip-cvlserv_pay-help = What the medical subsidy of civil servants pays.
slip-oth_pay = Other (其他支付)
slip-oth_pay-help = Long-term care insurance, city insurance and others.
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
slip-sum-total = “Paid by the funds” and “paid by the patient” add up to { MONEY($sum) }; the total says { MONEY($said) }: { MONEY($by) } apart.
slip-sum-funds = What the single funds paid adds up to { MONEY($sum) }; “paid by the funds” says { MONEY($said) }: { MONEY($by) } apart.
slip-sum-parts = Wholly own, over the limits, borne first and in scope add up to { MONEY($sum) }; the total says { MONEY($said) }: { MONEY($by) } apart.
slip-sum-own = Personal account and cash add up to { MONEY($sum) }; “paid by the patient” says { MONEY($said) }: { MONEY($by) } apart.
slip-sum-deductible = The deductible and what the basic fund paid add up to { MONEY($sum) }, which is { MONEY($by) } more than the { MONEY($said) } in scope.
slip-contradicts = { $n ->
    [one] The slip contradicts itself in one place
   *[other] The slip contradicts itself in { $n } places
  }
slip-contradicts-check = Most likely one line was misread or mistyped. Please correct it first, and then look for what is behind the difference.
slip-rounding = Only { MONEY($by) } apart: rounding
causes-inside = The slip fits the estimate: the same where it is exact, inside the range elsewhere
causes-rounding = A fen or two apart: that is rounding, and needs no explanation
cause-bill = If the total is { MONEY($amount) }.
slip-find = Find the difference
slip-use = Take the slip’s amounts
slip-use-hint = Taking them means: what you entered above counts as paid and is no longer estimated; the rest still is.
slip-unplaced-other = { MONEY($amount) } under “Other” cannot be taken over: it may be long-term care insurance or city insurance, and the slip does not say which. When the slip’s amounts are taken, deduct it from what you pay yourself.
slip-unplaced-rest = Of the “Total paid by funds”, { MONEY($amount) } cannot be taken over: no line says which fund paid it. Please look on the slip for the line that is missing above and enter it.
slip-unplaced-hospital = { MONEY($amount) } borne by the hospital cannot be taken over: no estimate has it. When the slip’s amounts are taken, deduct it from what you pay yourself.
slip-searching = Trying one possibility after another…
slip-used = The slip’s amounts are taken, and the result goes by them. To change them, go to that bill in the form.
slip-borne-kept = The deductible of { MONEY($amount) } on the slip is kept, too: later bills of the year go on from there and do not bear it again.
slip-borne-earlier = The deductible of { MONEY($amount) } on the slip is not carried on yet, because earlier bills are not taken from their slips; later bills may bear too much. Please take the slips’ amounts of the earlier bills as well.
slip-borne-missing = The deductible of the slip is not entered. Later bills of the year may bear it again. Please enter it and take the slip’s amounts once more.
slip-borne-open = Nobody can tell which rule the deductible on the slip belongs to, so it is not kept. Later bills may bear it again, and less would be paid than really is.
slip-borne-stay = This bill and another are one stay. The deductible of { MONEY($amount) } on the slip cannot be kept; the other bill may bear it again, and less would be paid than really is.
slip-applied = Your answer was changed to this, and the result computed anew.
causes-same = Slip and estimate are the same
causes-within = Every line of the slip lies within the estimate: nothing speaks against it. Some figures of the place are not published, so it cannot be checked to the fen
causes-found-one = One possibility gives exactly the amounts of the slip
causes-found = { $n } possibilities give exactly the amounts of the slip; the more common come first
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
different-not = Nothing can be done about this; the condition would be:
different-part = Not all of this can be brought about; it would take:
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
among-unlimited = no limit
among-least = { $from } or more
among-most = { $to } or less
among-between = { $from } to { $to }
extremes-low = Lowest, { MONEY($amount) }, if:
extremes-high = Highest, { MONEY($amount) }, if:
extremes-low-any = Lowest, { MONEY($amount) }: whatever else is answered, it is never less.
extremes-high-any = Highest, { MONEY($amount) }: whatever else is answered, it is never more.
extremes-not-reached = So much is open that no case with exactly this amount was found; it never lies outside.
extremes-uncounted = “{ $fund }” pays { MONEY($amount) } of it by a benefit whose rule is not on file
extremes-items = once the missing days, pieces or prices of its items are known, { MONEY($amount) } of them is borne first or over a limit
extremes-note = Only what matters is listed; whatever else is answered, the amount stays the same.

## Pictures
which-bill = Which bill
later-changed = An answer has changed: this picture must be computed anew, which may take some seconds.
later-again = Draw it anew
curve-title = Of a bill of { MONEY($bill) }, you pay { $own }
curve-title-more = Of a bill of { MONEY($bill) }, you pay { $own }; of each ¥1,000 more, { MONEY($more) }
curve-here = Your bill: { MONEY($own) }
curve-axis-own = You pay { $amount }
curve-axis-bill = Bill { $amount }
curve-all = Without insurance
curve-limit = You pay { MONEY($amount) }
curve-band = What is possible lies between the two lines; more answers may bring them closer.
curve-bill = Bill
curve-what = From here on
curve-yours = Your bill
bend-deductible = Above the deductible of “{ $programme }”: it begins to pay
bend-cap = “{ $programme }” has paid its limit, and pays no more
bend-cap-year = “{ $programme }” has reached its cap of the year, and pays no more
bend-bands = “{ $programme }” goes on at the next band’s rate
bend-programme = “{ $programme }” begins or ceases to pay
inverse-question = What is the most that you can pay? See how large the bill may be
inverse-exact = Up to a bill of { MONEY($bill) }, you pay no more than { MONEY($amount) }.
inverse-sure = Up to a bill of { MONEY($bill) }, you surely pay no more than { MONEY($amount) }.
inverse-unsure = With questions left open, nobody can promise that you pay no more than { MONEY($amount) }.
inverse-possible = At best, the bill may be up to { MONEY($bill) }.
inverse-possible-any = At best, no bill is too large for that.
inverse-any = However large the bill, you pay no more than { MONEY($amount) }.
inverse-none = What you must pay of this bill in any case is more than { MONEY($amount) }.
levels-title = { $question }: what you pay in each case
levels-title-exact = { $least }: you pay { MONEY($amount) }, { MONEY($saved) } less than with “{ $most }”
levels-none = Nothing that you can choose changes these amounts.
levels-of = Only this one is changed: { $bill }. The amounts are those of all bills together.
levels-yours = as you said
levels-advice = This compares only what is paid back. Which hospital to go to is for your doctor to say; in an emergency, lose no time.
year-bill = Bill
year-left = Left
year-earlier = Before these bills
year-open = The amounts are still open; the picture shows the most likely or the lowest case.
year-whole = { MONEY($amount) } a year
year-now = { MONEY($amount) } left
cap-left = In { $year }, “{ $programme }” pays at most { MONEY($whole) }; { MONEY($left) } is left
cap-used-up = In { $year }, “{ $programme }” pays at most { MONEY($whole) }, and all of it is used up
cap-open = In { $year }, “{ $programme }” pays at most { MONEY($whole) }; how much of it is used is still open
cap-took = Paid back
deductible-left = In { $year }, the deductible of “{ $programme }” is { MONEY($whole) }; you bear { MONEY($left) } more before it pays
deductible-used-up = In { $year }, you have borne the whole deductible of “{ $programme }”, { MONEY($whole) }; from now on it pays its share
deductible-open = In { $year }, the deductible of “{ $programme }” is { MONEY($whole) }; how much of it is borne is still open
deductible-took = You bore

## Finding the area
place-placeholder = name, pinyin or its initials
place-has-rules = own rules on file
place-loading = Getting the list of places…
place-failed = The list of places could not be loaded. Please check the network and type again.
place-none = Nothing found. Try fewer letters, or choose by province, city and county.
place-more = { $all } places fit; here are { $n }. Type a little more.
place-found = { $n ->
    [one] 1 place found
   *[other] { $n } places found
 }
place-browse = Choose by province, city and county
place-province = Province or municipality
place-city = City or prefecture
place-district = District or county
place-whole-city = No district: the rules of the city
place-province-rules = We hold the rules of the province, but not those of { $name }. Figures that are set there are estimated as they usually are in China.
place-national = We do not hold the rules of { $name } yet. We estimate by what is usual in China; if you know a few figures of your city, enter them and the answer becomes exact.
headline-province = We hold the rules of the province only; figures set by your city are estimated as they usually are in China.

## Where no rule is on file, in the headline's place
headline-no-rule = We have no rule for { $service } here,| so we cannot say what is paid back.
headline-no-rule-scheme = We have no rule for { $service } with { $scheme } here,| so we cannot say what is paid back.
headline-no-rule-ask = It may well be paid: ask the hospital’s insurance office with your slip, or call 12393.
short-no-rule = No rule on file
group-does_not_apply-fold = { $n ->
    [one] 1 benefit does not apply: see why
   *[other] { $n } benefits do not apply: see why
 }
glance-title = Next
glance-more = Everything to do
payers-typical-note = The bar shows what is usual. The hatched part, { MONEY($amount) }, depends on questions not answered yet and on figures nobody has published.
payers-usual = usually { $low } to { $high }
payers-usual-one = usually { $low }

## One question a screen
guide-number = Question { $n }
guide-next = Next
guide-skip = Skip this
guide-back = Back
guide-check = Check your answers
guide-further = { $n ->
    [one] One more question, about other benefits
   *[other] { $n } more questions, about other benefits
 }
guide-form = See all questions on one page
guide-one = One question at a time

## Figures of one's own city
booklet-title = Know your city’s figures? Enter them for an exact answer
booklet-intro = Look in the insurance booklet of { $name }, or ask at 12393: the deductible, the share that is paid back, the most in a year. Enter what you know, leave the rest empty. The figures stay in your link and file.
booklet-rate = Share paid back
booklet-deductible = Deductible
booklet-limit = The most in a year (ceiling)
booklet-file-hint = For staff of an insurance bureau: these figures can be made into a policy file, to be checked against the document and completed with its source.
booklet-file = Make a policy file of these figures

## What another choice costs, and what to do before going
prices-title = What another choice would cost
price-less = { $option }: you pay { $saved }
price-less-than-third = { $option }: compared with a level 3 hospital you pay { $saved }
price-about = about { $amount } less
price-exact = { $amount } less
before-title = Before you go: what to ask
before-ask-settle = Ask the hospital whether it settles with the insurance directly, and what to bring.
before-ask-level = Ask the hospital which level it is: deductible and share depend on it.
before-ask-own = Ask the doctor which drugs and items the insurance does not pay, and whether there are others that it does.
prices-none = As things are, another choice makes little difference.
