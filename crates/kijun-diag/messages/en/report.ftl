# The annual report

report-percent = { $n }%
report-rate = { $percent } ({ $numerator } of { $denominator })
report-percent-unread = { $n }%*
report-rate-unread = { $percent } ({ $numerator } of { $denominator }; not all evidence could be read)
report-value-unread = { $value }* (not all evidence could be read)
report-comma = {", "}
report-yes = yes
report-no = no
report-none = none
report-no-value = cannot be told
report-date = { $day } { $month } { $year }
report-era-date = { $day } { $month }, { $era } { $year }
report-numbering = path
report-number-1 = { $n }
report-number-2 = { $n }
report-number-3 = { $n }
report-gap-prose = This text is still to be written, in { $file }
report-gap-measure = [the run record has no measure { $name }]
report-not-made = no report was made
report-no-run = cannot read the run record `{ $path }`: { $why }
report-other-project = warning: the run record `{ $path }` is of the project `{ $run }`, not of `{ $project }`
report-made = wrote { $path }
report-letters-made = wrote reports for { $n ->
        [one] 1 recipient
       *[other] { $n } recipients
    } to { $path }
report-needs-output = a report as { $format } or for each recipient needs a place to go: give --output
report-no-browser = a PDF needs Chromium: install Chromium or Google Chrome (on Debian `apt install chromium fonts-noto-cjk`), or name the program in the environment variable KIJUN_CHROMIUM
report-no-font = there is no font for the language { $lang } on this machine, and a PDF would show no letters: install one (on Debian `apt install fonts-noto-cjk` or `fonts-ipafont`)
report-browser-failed = `{ $browser }` could not make the PDF: { $why }
report-not-split = reports for each recipient are made as html or md
report-workbook-failed = cannot make the workbook: { $why }

era-reiwa = Reiwa
era-heisei = Heisei
era-showa = Showa
era-taisho = Taisho
era-meiji = Meiji
era-first = 1

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

aim-least = at least { $n }
aim-most = at most { $n }
aim-more = more than { $n }
aim-less = less than { $n }
aim-exactly = { $n }
length-year = { $n ->
        [one] 1 year
       *[other] { $n } years
    }
length-month = { $n ->
        [one] 1 month
       *[other] { $n } months
    }
length-day = { $n ->
        [one] 1 day
       *[other] { $n } days
    }
length-business-day = { $n ->
        [one] 1 business day
       *[other] { $n } business days
    }

target-reached = reached
target-missed = missed
target-undecided = undecided
target-nothing-assessed = nothing assessed

chart-data = { $caption }: as a table
chart-as-table = Show as a table
chart-part = part
chart-rate = rate
chart-numerator = counted
chart-denominator = of
chart-total = total
chart-level = level
chart-tier-none = no tier
chart-before = before
chart-now = now
chart-document = document
chart-edition = edition
chart-tier = tier
chart-conforms-to = conforms to
chart-role = role
chart-reports-to = reports to

report-no-unit = for no unit
report-no-role = for no role

report-template = the template `{ $template }` is wrong: { $detail }
    .label = this line
    .note = No report is made from a template that is wrong.
    .help = What templates can use is in docs/how-to/report.md.
report-unreadable = cannot read `{ $path }`: { $why }
    .help = Check that the folder or file is there and in UTF-8.
report-no-prose = the report has no text `{ $file }`
    .note = In its place the report says that it is missing.
    .help = Write it as Markdown in `{ $file }`.
report-no-measure = a template asks for the measure `{ $name }`, which the run record does not have
    .note = In its place the report says that it is missing.
    .help = Declare the measure `{ $name }` in the rules, or change the template.
report-no-listing = a template asks for the listing `{ $name }`, which the run record does not have
    .note = In its place the report says that it is missing.
    .help = Add `{ $name }` to `report.listings` in the manifest, or change the template.

sheet-summary = Summary
sheet-incomplete = Not all evidence could be read; figures marked * may be better than what is so
sheet-left-out = Left out
sheet-findings = Findings
sheet-measures = Measures
sheet-statements = Statements
sheet-scope = Scope
sheet-part = Part
sheet-tier = Tier
sheet-kind = Kind
sheet-unit = Unit
sheet-unit-title = Unit name
sheet-role = Role
sheet-level = Level
sheet-id = Number
sheet-title = Title
sheet-message = Message
sheet-subject = Subject
sheet-provision = Provision
sheet-outcome = Result
sheet-evidence = Evidence
sheet-evidence-at = Place of the evidence
sheet-fix = To do
sheet-concerns = Provisions concerned
sheet-rule-at = Place of the rule
sheet-measure = Name
sheet-by = Broken down by
sheet-value = Value
sheet-target = Target
sheet-reached = Target reached
sheet-force = Force
sheet-status = State
sheet-until = Until
sheet-used = Used
sheet-remarks = Remarks
sheet-for = For whom
sheet-covers = Covers
