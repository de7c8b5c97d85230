# A run held against a baseline.

baseline-against = Against the baseline of { $today } ({ $project })
baseline-counts = new { $new }, worse { $worse }, not comparable { $blind }; known { $known }; resolved { $resolved }, lost from sight { $lost }
baseline-not-shown = { $known ->
        [0] What is gone is not shown; -v shows it
       *[other] { $known } known from the baseline of { $today }, not shown; -v shows them, and what is gone
    }
baseline-new = New
baseline-worse = Worse
baseline-not-comparable = Told now, of a matter that the baseline could not see
baseline-known = Known from the baseline
baseline-resolved = Resolved
baseline-lost = Lost from sight
baseline-elsewhere = Told by another finding now
baseline-more = and { $n } more
baseline-doubt-project = the baseline is of another project: `{ $baseline }`, and this is `{ $run }`
baseline-doubt-incomplete = not all could be judged when the baseline was made; what is new here may not be
baseline-doubt-later = the baseline is of a later day than this run: { $baseline }, and this is { $run }
baseline-doubt-engine = the baseline was made by { $baseline }, this run by { $run }
baseline-doubt-period = the baseline is about { $baseline }, this run about { $run }
baseline-doubt-as-of = the baseline goes by the editions in force on { $baseline }, this run by those of { $run }
baseline-doubt-documents = other documents bind. In the baseline only: { $baseline }. Now only: { $run }
baseline-doubt-statements = other statements are in force. In the baseline only: { $baseline }. Now only: { $run }
baseline-doubt-exceptions = exceptions hold now that did not in the baseline: { $exceptions }
baseline-doubt-lighter = findings with the same result press less than in the baseline: { $findings }
baseline-doubt-rule-files = rules differ from those of the baseline: { $files }
baseline-doubt-manifest = the manifest differs from that of the baseline: what is read as evidence, or as what, may too
baseline-doubt-kinds = no subjects any more of kinds that the baseline had: { $kinds }
baseline-doubt-subjects = fewer subjects than in the baseline: { $kinds }
baseline-doubt-evidence-files = evidence of the baseline that was not read now: { $files }
baseline-nothing-common = no document binds both in the baseline (`{ $baseline }`) and in this run (`{ $run }`): there is nothing to compare
baseline-accepts-nothing = --accept-worse is for writing over the baseline, and -o names another file
baseline-kept = `{ $path }` is the baseline and was left as it is: against it this run has { $new } new, { $worse } worse, { $blind } not comparable, { $lost } lost from sight. Mend them; or accept them on purpose, with the same command and --accept-worse
baseline-kept-incomplete = `{ $path }` is the baseline and was left as it is: not all of this run could be judged, and what is missing would count as settled from now on
baseline-accepted = accepted into the baseline `{ $path }`: { $new } new, { $worse } worse, { $blind } not comparable, { $lost } lost from sight
baseline-kept-as-of = `{ $path }` is the baseline and was left as it is: --as-of judges as if on another day, and what is only so on that day would count as known from now on. Write to another file with -o; or, if it is meant, say so with --accept-worse
baseline-accepted-as-of = accepted into the baseline `{ $path }`: a run as if on { $day }
