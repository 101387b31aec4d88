### For the staff of a medical security bureau, who know insurance and not always programming.

desk-title = Policy desk
desk-lead = Write, check, work out and compare the rules of a place. Files are opened and saved on your computer only; nothing is sent anywhere.
desk-to-page = Open the estimator
desk-to-library = See the rules of all places

desk-tools = Tools
desk-open = Open files
desk-save = Save
desk-undo = Undo
desk-redo = Redo
desk-drop = You can also drag policy.json and cases.json in here.
desk-saved = Saved as { $name }.
desk-opened = { $name } is open.
desk-shipped = Places on file
desk-shipped-choose = Choose a place to look at
desk-new = A new place
desk-new-like = Like which place
desk-new-code = Region code
desk-new-name = Chinese name
desk-new-en = English name
desk-new-make = Make it
desk-new-hint = It takes over conditions and steps, not numbers: those of the other place are suggestions, until you put in what your document says.
desk-new-bad = The code has six digits, and both names are needed.

desk-tab-policy = Rules
desk-tab-form = Form
desk-tab-cases-text = Cases
desk-editor-policy = The text of the policy file
desk-editor-cases = The text of the cases

desk-panel-problems = Problems
desk-panel-preview = What residents see
desk-panel-cases = Cases worked
desk-panel-coverage = Cases missing
desk-panel-compare = What changed

desk-no-problems = No problems and no warnings.
desk-problem = Problem
desk-warning = Warning
desk-count-problems = { $problems } problems, { $warnings } warnings
desk-line = line { $line }
desk-meant = Change to { $name }
desk-accept = Accept with a reason
desk-accept-reason = write the reason here

desk-preview-needs = Once all problems are mended, this is the page that residents see.
desk-cases-none = There are no cases yet. Each rule needs at least one that was worked out by hand.
desk-case-holds = holds
desk-case-fails = does not hold
desk-case-difference = { $path }: expected { $expected }, got { $actual }
desk-case-absent = nothing
desk-cases-count = { $held } hold, { $failed } do not

desk-cover-run = Look
desk-cover-conditions = Conditions (a case that meets them, one that does not)
desk-cover-numbers = Numbers
desk-cover-limits = Limits (a case below, one that reaches them)
desk-cover-readings = Readings
desk-cover-of = { $reached } of { $all }
desk-cover-proposals = Cases to add, worked out by hand
desk-cover-full = No case is missing.
desk-mutate = See whether a mistyped number would be noticed
desk-mutate-count = Of { $tried } mistakes that were tried, the cases noticed { $noticed }.
desk-mutate-missed = Not noticed

desk-compare-lead = Against what it was when it was opened.
desk-compare-other = Compare with another file
desk-compare-run = Compare
desk-compare-same = Nothing was changed.
desk-compare-edits = What was changed
desk-compare-who = Whom it touches
desk-compare-people = Worked out for { $people } people made up to meet every kind of situation; they are no statistics.
desk-compare-nobody = Of these people nobody gets more or less.
desk-compare-group = Who
desk-compare-number = People
desk-compare-gain = Get more
desk-compare-lose = Get less
desk-compare-unclear = Open
desk-compare-mean = Mean (yuan)
desk-compare-span = Least to most (yuan)
desk-compare-reasons = Why
desk-compare-reason = { $programme }: { $before } → { $after } ({ $people } people)
desk-compare-cases = Cases that changed
desk-compare-texts = Line by line
desk-none = none

desk-form-sources = Sources
desk-form-values = Values
desk-form-source-title = Title
desk-form-source-publisher = Publisher
desk-form-source-date = Date
desk-form-source-status = Standing
desk-status-announced = announced by the authority
desk-status-reported = reported by others
desk-form-from = From
desk-form-to = To
desk-form-source = Source
desk-form-unpublished = not published
desk-form-add-source = Add a source
desk-form-needs = Once the file can be read, numbers, dates and sources can be changed here in tables.
desk-unsaved = There are changes that are not saved.
desk-working = Working…
