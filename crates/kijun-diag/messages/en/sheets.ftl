# Questionnaires and samples: what the sheets say, and what is said of them.

questionnaire-sheet = Questions
questionnaire-title = Self-inspection: { $role }
questionnaire-about = { $project }, { $start } to { $end }
questionnaire-instruction = For each row, fill in "{ $answered-on }" and "{ $yes }" ({ $replies }). Leave open what you cannot answer yet, and say why under remarks. The other columns are locked: by them the answer is known again. Save the file as it is, and hand it in.
questionnaire-or = {" "}or{" "}
questionnaire-clause = Clause
questionnaire-question = Question
questionnaire-unit = Unit
questionnaire-remarks = Remarks
questionnaire-not-a-day = Give a date, such as 2012-03-15.
questionnaire-not-an-answer = Choose an answer from the list.

# What the commands say.

sheets-role = role
sheets-file = file
sheets-questions = questions
sheets-rows = rows
sheets-not-begun = nothing was written: the rules or the manifest have errors
sheets-exists = `{ $path }` is there already and holds something else, perhaps what people have filled in; nothing was written. Write elsewhere, or replace it with --overwrite
sheets-not-a-folder = `{ $path }` is a file; --output names the folder to write to
sheets-met = warning: an audit reads `{ $path }` as evidence, since the manifest names `{ $pattern }`. What is not filled in comes out as unknown
sheets-too-many-rows = a workbook cannot hold { $n } rows; write CSV, or only some of them
sheets-key-too-long = nothing was written: the key that begins with `{ $key }` has { $length } characters, and a cell of a workbook holds { $most }. Write CSV (--format csv)
sheets-too-long = a workbook cannot hold a text as long as the one that begins with `{ $text }`; write CSV

questionnaire-unknown-role = `{ $role }` is no role of the rules
questionnaire-nothing = nothing was written: no document in force asks anything of a person (`attest`)
questionnaire-nothing-for = nothing was written: no document in force asks anything of `{ $role }` (`attest … by`)
questionnaire-unassigned = `{ $statement }` is on no sheet: neither its clause nor one above it says by which role it is answered
questionnaire-no-subject = `{ $role }` has questions, but they bind nobody and nothing in the evidence: no sheet was written
questionnaire-nobody = nobody holds the role `{ $role }`: there is nobody to answer its sheet
questionnaire-lost = some subjects could not be read: rows may be missing from the sheets

sample-sheet = Sample
sample-title = Sample "{ $name }": { $drawn } of { $n } candidates drawn
sample-seed = Seed: { $seed }
sample-how = In each stratum, candidates are ranked by the SHA-256 of the text SEED/STRATUM/KEY (UTF-8, lower-case hexadecimal), least first, and the first are drawn.
sample-check = To check a digest: { $command }
sample-names = SEED is the seed above; STRATUM and KEY are the cells of the row. In each of the three, a \ is written \\ and a / is written \/. Where a CSV file has an apostrophe before = + - @, it only keeps a spreadsheet from calculating and is no part of the cell.
sample-rank = Rank
sample-digest = SHA-256
sample-unit = Unit
# What a stratum is called whose value is not there. The draw follows from it: it is the same in every language.
sample-missing = 未記入 (none)

sample-stratum = stratum
sample-size = candidates
sample-drawn = drawn
sample-rate = rate
sample-total = all
sample-none = the manifest plans no sample (`samples`)
sample-unknown = the manifest plans no sample `{ $name }`
sample-which = the manifest plans several samples; say which of them to write
sample-not-in-force = `{ $name }`: none of the statements that it is drawn from is in force on the day
sample-nobody = `{ $name }`: none of the statements that it is drawn from applies to anybody; there is nobody to draw
sample-twice = `{ $name }`: two candidates have the key `{ $subject }`, and a draw could not tell them apart
sample-lost = `{ $name }`: some candidates could not be read. A draw from a part of them is none, so nothing was written
sample-short = the stratum `{ $stratum }` has { $size } of the { $least } candidates that should at least be drawn; all of it is drawn
sample-empty = there is no candidate whose `{ $field }` is `{ $value }`
sample-written = written to { $path }
sample-where = to write it: kijun sample { $name } --output FILE

verify-fine = { $n ->
        [one] 1 candidate
       *[other] { $n } candidates
    }; everything is as it was drawn
verify-count = { $rows } candidates, { $n ->
        [one] 1 deviation
       *[other] { $n } deviations
    }
verify-row = row { $row }: { $what }
sample-verify-more = … and { $n } more
verify-empty = there is no candidate in the file
verify-said = `{ $right }` belongs here, not `{ $found }`
verify-unsaid = a line is missing above the header: `{ $right }`
verify-sample = the manifest plans no sample `{ $name }`
verify-repeated = `{ $subject }` stands twice
verify-digest = the digest of `{ $subject }` is { $right }, not { $found }
verify-rank = the rank of `{ $subject }` is { $right }, not { $found }
verify-drawn = `{ $subject }` is drawn by its rank, and the file does not say so
verify-not-drawn = `{ $subject }` is not drawn by its rank, and the file does not say so
verify-left = `{ $subject }` is no candidate any more
verify-moved = `{ $subject }` is in the stratum `{ $to }` now, not in `{ $from }`
verify-unit = the unit of `{ $subject }` is `{ $right }`, not `{ $found }`
verify-new = `{ $subject }` is a candidate now (stratum `{ $stratum }`), and is not in the file
verify-unreadable = `{ $path }` cannot be read as a table: { $why }
verify-no-header = `{ $path }` has no row that names the columns of a sample
