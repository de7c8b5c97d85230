# Figures that the rules ask for.

measure-yes = yes
measure-no = no
measure-part-unknown = not known
measure-part-none = none
measure-part-unknown-or-none = none, or not known

measure-goal-eq = { $bound }
measure-goal-ne = anything but { $bound }
measure-goal-lt = less than { $bound }
measure-goal-le = at most { $bound }
measure-goal-gt = more than { $bound }
measure-goal-ge = at least { $bound }

measure-aside = {" "}({ $all })
measure-and = {"; "}
measure-left-out = { $n } left out
measure-left-out-because = { $n } left out: { $why }
measure-not-known = { $n } not known
measure-partial = some evidence could not be read

measure-finding-missed = { $figure }{ $aside }; the target, { $goal }, is missed
measure-finding-missed-anyhow = the target, { $goal }, is missed, whatever the unknown comes to{ $aside }
measure-finding-undecided = { $figure }{ $aside }; whether the target, { $goal }, is reached cannot be told
measure-finding-unknown = the figure cannot be told{ $aside }, nor whether the target, { $goal }, is reached
measure-finding-nothing = nothing could be assessed{ $aside }; the target is { $goal }
measure-finding-part = { $part }: { $told }

audit-measures = Measures
measure-by = by { $by }
measure-parts = { $n ->
        [one] 1 part
       *[other] { $n } parts
    } (--verbose shows them)
measure-parts-open = { $n ->
        [one] 1 part
       *[other] { $n } parts
    }, { $open } of them not reached (--verbose shows them)
measure-no-value = cannot be told
measure-reached = target { $target }: reached
measure-missed = target { $target }: missed
measure-undecided = target { $target }: cannot be told
measure-nothing = target { $target }: nothing assessed

explain-over = over
explain-except = except
explain-takes = takes
explain-target = target
explain-each = each part
explain-owner = owner
explain-see = see
