### The policy library: plain for residents, exact for officers. Words shared with the estimator: ../../page/words/en.ftl.

## Head
library-brand = Medical insurance estimate · Policy library
library-title = Policy library
library-lead = Every rule and every figure that an estimate uses: since when, from which document, how sure, and what nobody has published.
library-skip = Skip to the rules
library-region = Whose rules
library-contents = Contents
library-to-estimate = Estimate with these rules
library-disclaimer = Public rules restated in our own words, not the text of the documents. The local medical insurance bureau decides: call 12393.
library-unknown-region = There are no rules on file for this place ({ $code }). Choose one from the list.
library-unknown-clause = “{ $path }” was not found here: it may have another name now, or another rule took its place. Below are all the rules of { $region }.
library-loading = Getting the rules of this place …
library-failed = The rules of this place could not be loaded. Check the network and try again, or ask on 12393.
library-start = Choose a place to see all of its rules.
library-page-title = { $region } · Policy library

## A place
region-holds = The rules of { $names } hold here together; where a local rule differs, the local one counts.
region-count = { $programmes } benefits and { $sources } documents.
region-programmes = Rules of { $region }
region-notes = Local news (not part of any computation)

## A benefit
kind-reimbursement = Reimbursement
pays-from = payer: { $fund }
for-services = For: { $services }
for-person = About the person, not about a bill
not-on-file = This benefit exists, but no rule was found that can be cited, so no amount is computed
known-always = The rule names no first day
began-on = Began on { DATE($date) }
begins-on = Begins only on { DATE($date) }
known-from = The rule on file holds from { DATE($date) }; what held before was not found
who-title = Who it is for
who-all = All of these must hold
expense-conditions = And of the bill
numbers-title = The figures
numbers-shared = The published ones:{" "}
readings-title = What can be read in two ways
reading-why = Why: { $why }
reading-preferred = (likelier, we think)
relations-title = Beside other benefits
replaces = Takes the place of { $region }’s
replaced-by = In { $region }, this takes its place:
yields-to = Where both apply, this one pays:
goes-before = Where both apply, this benefit pays and that one does not:
limit-link = Whoever knows the figure can enter it in the estimate.

## Figures
span-now = now
span-later = not yet
span-earlier = earlier
span-both = { DATE($from) } to { DATE($to) }
span-from = from { DATE($from) }
span-to = until { DATE($to) }
span-always = no dates stated
unpublished = Not published
unpublished-between = Not published; estimates assume between { $low } and { $high }
unpublished-up-to = Not published; estimates assume at most { $high }
unpublished-from = Not published; estimates assume at least { $low }
unpublished-yes_no = Not published; ask locally
seen-elsewhere = seen elsewhere, unconfirmed: { $values }
limit = The source does not mention one; used only if you enter it
row-label = Item
figure-label = Figure
source-short = { $title }, { DATE($date) }
row-facility_level-1-and-primary = Level 1, community and township
row-from-admission = admission { $value } and later
row-from-years_insured = { $value } years and more
row-from = { $row } and more

## Documents
sources-all = The documents
sources-hint = The older a document, the more reason to ask whether it still holds.
source-age-new = published within a month
source-age-months = { $n ->
    [one] { $n } month ago
   *[other] { $n } months ago
}
source-age-years = { $n ->
    [one] { $n } year ago
   *[other] { $n } years ago
}
source-used-by = Used for: { $programmes }
source-unused = No benefit here rests on it
source-publisher = Published by { $publisher }

## Between two days
changes-title = What changed between two days
changes-hint = Choose two days to see which rules and figures differ. At first: a year ago and today.
changes-from = Earlier day
changes-to = Later day
changes-same-day = Both are the same day: there is nothing to compare.
changes-none = From { DATE($from) } to { DATE($to) } nothing on file changed. That means what we have on file; it does not mean that no new rule was made.
changes-some = From { DATE($from) } to { DATE($to) }, { $n ->
    [one] one benefit differs
   *[other] { $n } benefits differ
}.
change-began = Began on { DATE($date) }; before that day there was no such benefit.
change-known = The rule on file holds from { DATE($date) }; what held before was not found.
change-what = Figure
change-on = { DATE($date) }
change-source-only = same figure, another document
change-clause = See the clause

## Checking
files-title = For checking
files-hint = Fingerprints (SHA-256) of the policy files of this project: one changed character gives another one.
file-of = Policy file of { $region }
