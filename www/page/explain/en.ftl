### English: what is read only where the working, the conditions and the like are opened.

why-yes = Conditions met
clause-title = What the rule says
caveats-title = Please note
limit-enter = Do you know the local figure? Enter it here
next-title = What to do
sources-title = Sources
see-clause = See this clause in the policy library (new window)
see-library = See all rules of this place in the policy library (new window)

## How it is worked out
line-title = Bill { $n } · { SERVICE($service) } · { DATE($date) }
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
steps-result-range = Paid back:
step-in-scope = In scope: the bill of { MONEY($before) } less what is outside the catalogue and the class-B advance
step-in-scope-all = The whole bill is in scope
step-bill = The whole bill counts
step-left = The { MONEY($before) } in scope, less what the layers before have paid
step-year-share = Plus the { MONEY($earlier) } left to you by earlier bills of the year: the year is taken together
step-beyond-cap = “{ $programme }” pays at most { MONEY($cap) } a year; once that is used up, this part counts here
step-deductible = Less the deductible of { MONEY($amount) }
step-deductible-year = Less { MONEY($amount) }, what is not yet used of this year’s deductible
step-rate = { RATE($rate) } of it
step-rate-raised = { RATE($rate) } of it ({ RATE($from) }, raised by { RATE($by) })
step-bands = In bands: { PARTS($parts) }
step-cap = At most { MONEY($amount) } each time
step-cap-year = At most { MONEY($amount) } is left for this year
step-cap-month = Capped by the month: at most { MONEY($amount) } for { $months } months
step-allowance = { MONEY($amount) } a month, for { $months } months
step-owed-before = Less the { MONEY($amount) } that earlier bills of the year already brought
step-round = Rounded to the fen
step-cut = Never more than what is left in scope
step-other-pays = “{ $programme }” pays this already, so it is not paid twice
step-settled = The settlement slip’s amount is taken; nothing is computed
caveat-no-basic-programme = No basic rule for “{ SERVICE($service) }” is on file here; basic insurance is taken as 0
