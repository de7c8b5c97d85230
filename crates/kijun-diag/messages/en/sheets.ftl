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
sheets-too-long = a workbook cannot hold a text as long as the one that begins with `{ $text }`; write CSV

questionnaire-unknown-role = `{ $role }` is no role of the rules
questionnaire-nothing = nothing was written: no document in force asks anything of a person (`attest`)
questionnaire-nothing-for = nothing was written: no document in force asks anything of `{ $role }` (`attest … by`)
questionnaire-unassigned = `{ $statement }` is on no sheet: neither its clause nor one above it says by which role it is answered
questionnaire-no-subject = `{ $role }` has questions, but they bind nobody and nothing in the evidence: no sheet was written
questionnaire-nobody = nobody holds the role `{ $role }`: there is nobody to answer its sheet
questionnaire-lost = some subjects could not be read: rows may be missing from the sheets
