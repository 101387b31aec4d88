### English. Written for residents: short sentences, plain words; a term of the trade is explained where it stands.

## Header and footer
title = What will your medical insurance pay?
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
region-choose = Choose
region-cities = Cities, counties, districts
region-wide = National or provincial rules only
section-person = The insured person
person-hint = The one who needs care. For a child, give the child’s details.
section-notes = Good to know here

## Step two: the bills
section-expenses = Medical bills
expenses-hint = Enter several bills of one year together: deductibles and caps run over the year. No bill yet? Skip this and see what you are entitled to.
expense-title = Bill { $n }
expense-remove = Remove bill { $n }
expense-add = Add another bill
service = Kind of care
service-hint = It decides which rule applies.
service-inpatient = Hospital stay
service-outpatient = Ordinary outpatient care
service-chronic_outpatient = Outpatient care of a chronic disease
service-accident_outpatient = Outpatient care after an accident
service-rehabilitation_outpatient = Outpatient rehabilitation
service-home_care = Care at home
service-institutional_care = Care in an institution
service-inpatient-note = Admitted to a ward
service-outpatient-note = Consultation, medicine, tests
service-chronic_outpatient-note = Registered for a chronic or special disease
service-accident_outpatient-note = A fall, a burn and the like, without admission
service-rehabilitation_outpatient-note = Rehabilitation of a disability or developmental disorder
service-home_care-note = Long-term disability, cared for at home
service-institutional_care-note = Long-term disability, cared for in an institution
date = Date
date-hint = The day of the visit.
date-hint-stay = The day it was settled, when leaving hospital.
date-hint-care = The day the care began.
total = Total of the bill
total-hint = The whole bill, with what insurance has already paid. On the slip: “医疗费总额”.
total-hint-optional = The care allowance here is paid by the month, whatever the cost. You may leave this empty.
expense-waiting = Give the kind, the date and the total, and this bill is counted.
settled-title = Have the settlement slip? Enter what was already paid
settled-hint = What you enter is taken as it is, not estimated. Enter 0 if nothing was paid; leave empty if you do not know.
settled-basic = Paid by basic insurance
settled-critical_illness = Paid by critical illness insurance
settled-large_expense = Paid by the large-expense subsidy
settled-assistance = Paid by medical assistance
settled-long_term_care = Paid by long-term care insurance

## Step three: the other questions
section-questions = A few more answers make this more exact
section-questions-more = A few more answers show what else there is
questions-hint = What matters most comes first. You may answer “I don’t know” to any of them.
questions-all = { $n ->
    [one] 1 more question: list it too
   *[other] { $n } more questions: list them all
 }
question-narrows = An answer narrows the range by { MONEY($amount) }.
kind-value = A figure nobody has published
kind-reading = A rule that can be read in two ways
check = See result
unknown = I don’t know
none-of-these = None of these
yes = Yes
no = No
choose = Choose
unit-yuan = yuan
unit-year = Year
unit-month = Month
unit-day = Day
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

## Of the person
fact-birth_date = Date of birth
fact-birth_date-help = Some benefits depend on age: children, people of 60 and over, babies in their first 90 days.
fact-scheme = Which insurance is it?
fact-scheme-help = The two schemes pay back different shares.
option-scheme-employee = Employees’ insurance
option-scheme-employee-note = Paid monthly by an employer, or by the self-employed; most retired people too
option-scheme-resident = Residents’ insurance
option-scheme-resident-note = Paid once a year: older people, children, students, people in the countryside
option-scheme-none = Not insured
fact-retired = Retired?
fact-retired-help = In the employees’ insurance, retired people get a larger share back.
fact-resident_tier = Which contribution tier of the residents’ insurance?
fact-resident_tier-help = The tiers cost differently and pay back differently. It is on the receipt.
option-resident_tier-1 = Tier 1
option-resident_tier-2 = Tier 2
fact-student = Attending school or university?
fact-student-help = Some benefits are open to students whatever their age.
fact-years_insured = For how many years in a row insured as a resident?
fact-years_insured-help = Years without a gap, this one included. The more, the larger the share.
fact-hardship = Recognised by the authorities as in hardship?
fact-hardship-help = Recognised groups get medical assistance or help with the contribution. Choose all that apply.
option-hardship-extreme_poverty = Extreme poverty (特困)
option-hardship-subsistence_allowance = Subsistence allowance (低保)
option-hardship-low_income = Low income (低收入、低保边缘)
option-hardship-orphan = Orphan
option-hardship-returned_to_poverty = Returned to poverty (返贫致贫)
option-hardship-monitored = Monitored against return to poverty
option-hardship-registered_poor = Registered poor household (建档立卡)
option-hardship-excessive_medical_cost = In hardship through medical cost
option-hardship-low_income_only_child_parent = Low-income parent of an only child
fact-serious_illness = Seriously ill?
fact-serious_illness-help = By the local list of serious illnesses. Low-income patients on it get medical assistance.
fact-major_illness_qualified = Recognised for major illness assistance?
fact-major_illness_qualified-help = Where cost is very high, recognition brings more assistance.
fact-conditions = Any of these illnesses or disabilities?
fact-conditions-help = They have benefits of their own. Choose all that apply.
option-conditions-hypertension = High blood pressure
option-conditions-diabetes = Diabetes
option-conditions-cerebral_palsy = Cerebral palsy
option-conditions-intellectual_disability = Intellectual disability
option-conditions-autism = Autism
option-conditions-hearing_speech_disability = Hearing or speech disability
option-conditions-cataract = Cataract
option-conditions-limb_disability = Physical disability of the limbs
option-conditions-low_vision = Low vision
option-conditions-visual_disability = Visual disability
option-conditions-vaccine_reaction_disability = Disability from a vaccine reaction
option-conditions-growth_hormone_deficiency = Growth hormone deficiency
fact-severe_disability_level = At which level assessed as severely disabled? (Hekou’s own scale)
fact-severe_disability_level-help = The care allowance goes by this level. It is on the assessment.
option-severe_disability_level-1 = Severe, level 1
option-severe_disability_level-2 = Severe, level 2
option-severe_disability_level-3 = Severe, level 3
option-severe_disability_level-none = Not severe, or never assessed
fact-disability_grade = At which grade assessed? (national scale)
fact-disability_grade-help = Long-term care insurance pays from grade 3. It is on the assessment.
option-disability_grade-0 = 0, able
option-disability_grade-1 = 1, mild
option-disability_grade-2 = 2, moderate
option-disability_grade-3 = 3, severe I
option-disability_grade-4 = 4, severe II
option-disability_grade-5 = 5, severe III
fact-severe_dementia = Assessed as having severe dementia?
fact-severe_dementia-help = People with severe dementia are entitled to long-term care insurance too.
fact-enrolled_and_paid_on = On which day was enrolment done and paid?
fact-enrolled_and_paid_on-help = A baby enrolled and paid for within 90 days of birth is covered from the day of birth.
option-enrolled_and_paid_on-not_yet = Not yet
fact-local_household = Household registered here?
fact-local_household-help = A child registered elsewhere may still be able to enrol where it lives.
fact-residence_permit = A local residence permit?
fact-residence_permit-help = With a permit, enrolling here may be possible.
fact-studies_here = At school or kindergarten here?
fact-studies_here-help = With a place at school here, enrolling here may be possible.
fact-parent_has_employee_account = Does a parent have an employee’s personal account?
fact-parent_has_employee_account-help = The account may be used to pay the child’s contribution.

## Of one bill
fact-self_paid = Outside the catalogue (全自费)
fact-self_paid-help = The part of the bill for medicine and items outside the insurance catalogue, never paid back. It is on the slip; 0 if none.
fact-advance = Class-B advance (乙类先行自付)
fact-advance-help = The part of the bill that you pay first for class-B items. It is on the slip; 0 if none.
fact-facility_level = Level of the hospital
fact-facility_level-help = The lower the level, the larger the share. It is usually shown at the entrance or on the records.
option-facility_level-primary = Community or township clinic
option-facility_level-primary-note = Village clinics too
option-facility_level-1 = Level 1
option-facility_level-2 = Level 2
option-facility_level-2-note = Most county hospitals
option-facility_level-3 = Level 3
option-facility_level-3-note = Most large hospitals
fact-admission = Which hospital stay of the year is this?
fact-admission-help = For a further stay in the same year the deductible may be lower. If left empty, the bills entered here are counted.
fact-treats = What was mainly treated?
fact-treats-help = Some illnesses have a larger share or a benefit of their own.
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
option-treats-other = Something else
fact-third_party_liable = Is somebody else liable?
fact-third_party_liable-help = The other driver, an attacker: what they must pay, insurance does not.
fact-at_rehabilitation_centre = Done at the People’s Hospital rehabilitation centre?
fact-at_rehabilitation_centre-help = One rehabilitation benefit is only given there.
fact-months = How many months of care?
fact-months-help = Whole months, at most 12 in one entry.

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
no-bill-yet = Needs a bill of this kind
of-expense = {" "}(bill { $n })

## Conditions, from the core
finding-began = This benefit began on { DATE($date) }
finding-known-from = The rule we have on file is from { DATE($date) }; earlier ones are not known
finding-not-on-file = This benefit exists, but its rule is not on file
computing = Computing…
lacking-title = No answer yet: a part of this page could not be downloaded
lacking-text = Everything you filled in is still here. Please check the connection and try again.
retry = Try again
and-more = {" "}and { $n } more

## Before an area is chosen
promise-intro = Then you will see here:
promise-amount = what is paid back and what you pay; a range where it is not certain, never a guess as a promise
promise-benefits = which benefits apply, which may, which do not, and why
promise-sources = how every figure is worked out, on which document it rests, and how sure it is
coverage = Only the places in the list are covered so far. Other places have other rules: ask at 12393, the medical insurance line.
row-admission = stay no. { $value }
row-years_insured = years insured: { $value }
row-retired-yes = retired
row-retired-no = not retired

## Opened from a link or a file
open-file = Open a saved file
restored-not = What is in the link or file could not be opened: please check the connection and open it again.

## What loads when it is opened
more-title = More to see and to do
more-curve = How large a bill, how much you pay
more-levels = The same bill at another level of hospital
more-year = What of this year’s deductibles and caps is used up
more-slip = Got a different amount? Compare it with your slip
more-along = Take it along: print, save, send a link
more-opening = Opening…
more-failed = This could not be opened. Please check the connection, close it and open it again.
