# What findings say where the rules give no message of their own.

finding-fail-required = does not hold: { $asked }
finding-fail-forbidden = holds, and must not: { $asked }
finding-fail-attest = answered no: { $asked }
finding-unknown-required = cannot be told without `{ $path }`: { $asked }
finding-unknown-forbidden = cannot be ruled out without `{ $path }`: { $asked }
finding-unknown-attest = not answered: { $asked }
finding-error-required = cannot be told, `{ $path }` has the wrong type or could not be read: { $asked }
finding-error-forbidden = cannot be ruled out, `{ $path }` has the wrong type or could not be read: { $asked }
finding-error-attest = the answer has the wrong type or could not be read: { $asked }

finding-stale-required = evidence is too old, or from after the audit date: { $asked }
finding-stale-forbidden = evidence is too old, or from after the audit date: { $asked }
finding-stale-attest = evidence is too old, or from after the audit date: { $asked }
finding-outdated-attest = last answered on { $on }, more than { $every } ago: { $asked }
finding-undated-required = nobody says when the evidence was taken: { $asked }
finding-undated-forbidden = nobody says when the evidence was taken: { $asked }
finding-undated-attest = nobody says when the answer was given: { $asked }
finding-unread-required = cannot be told, `{ $path }` could not be read whole: { $asked }
finding-unread-forbidden = cannot be ruled out, `{ $path }` could not be read whole: { $asked }
finding-unread-attest = cannot be told, the answers could not be read whole: { $asked }

exception-holds = holds
exception-for-others = holds, for others
exception-unused = changes nothing
exception-orphan = for nobody here
exception-unapproved = unapproved
exception-approved-later = approved later
exception-no-reason = no reason
exception-no-period = no period
exception-not-yet = not yet
exception-expired = expired
exception-superseded = superseded
exception-not-in-force = not in force
exception-not-bound = not bound
exception-nothing = of nothing
exception-forbidden = forbidden
exception-approval-too-low = rank too low
exception-too-long = too long

exception-remark-last-day = today is the last day
exception-remark-ends = { $n ->
        [one] ends tomorrow, on { $until }
       *[other] ends in { $n } days, on { $until }
    }
exception-remark-taken-up = renewed by { $by }
exception-remark-renewed = { $n ->
        [one] renewed once, since { $since }: { $renews }
       *[other] renewed { $n } times, since { $since }: { $renews }
    }
exception-remark-superseded = superseded by { $by }, where no clause says that it continues what is named
exception-remark-continued = superseded by { $by }; goes on as { $clauses }

exception-finding-unused = the exception covers { $statements } and changes no result
exception-finding-orphan = the exception to { $statements } is for subjects that are not in the evidence
exception-finding-renewed-beyond = the exception to { $statements } was renewed { $n ->
        [one] once
       *[other] { $n } times
    } without a gap and has held since { $since }; together they last beyond { $date }, the last day that { $by } permits
exception-finding-unapproved = nobody approved the exception to { $statements }
exception-finding-approved-later = the exception to { $statements } was approved after the audit date, on { $date }
exception-finding-no-reason = the exception to { $statements } gives no reason
exception-finding-no-period = the exception to { $statements } does not say from when until when
exception-finding-expired = the exception to { $statements } expired on { $date }
exception-finding-superseded = the exception is to { $statements }, which { $by } has superseded
exception-finding-not-in-force = the exception is to { $statements }; { $edition } is not in force
exception-finding-not-bound = the exception is to { $statements }; { $edition } does not bind here
exception-finding-nothing = the exception names nothing from which one could derogate
exception-finding-forbidden = { $statements } permits no exception
exception-finding-approval-too-low = the exception to { $statements } was approved by the { $role }; { $by } asks for the { $needed } or above
exception-finding-too-long = the exception to { $statements } lasts beyond { $date }, the last day that { $by } permits

independence-title = { $first } and { $second }
independence-finding = one person holds two duties that do not go together: { $first } and { $second }

# A made-up subject, printed as evidence.

case-kind = kind: { $kind }
case-today = audit date: { $day }
case-period = audited period: { $start } to { $end }
case-none = no { $kind }
case-any = any value will do
case-several = one of several
case-absent = nothing there

# Following up what was found before

follow-up-finding-claimed-fixed-without-evidence = said to be fixed ({ $on }), and the evidence does not bear that out: { $how }
follow-up-finding-overdue = it was to be done by { $due }, and is not seen to be done: { $how }
follow-up-finding-accepted-without-exception = said to be accepted ({ $on }), and no exception that holds permits it: { $how }
follow-up-finding-unanswered = nobody has answered what was found before: { $how }
follow-up-about = { $subject }: { $text }
follow-up-how = { $status } ({ $why })

follow-up-status-fixed = fixed
follow-up-status-persisting = persisting
follow-up-status-accepted = accepted
follow-up-status-not-comparable = not comparable
follow-up-status-lost-from-sight = lost from sight

follow-up-reason-through-higher = a document above is still not complied with
follow-up-reason-other-check = the same provisions are objected to in another way
follow-up-reason-other-problem = the same exception is objected to in another way
follow-up-reason-earlier-settled = the finding that it is about is settled
follow-up-reason-claim-settled = the finding that it is about is followed up by itself, and this is not said of it any more
follow-up-reason-document-gone = the document does not bind any more
follow-up-reason-provision-gone = the provision is not in force any more
follow-up-reason-provision-split = the provision was split
follow-up-reason-not-bound = the provision does not bind this kind any more
follow-up-reason-not-applicable = the provision asks nothing of the subject now
follow-up-reason-exception-gone = the rules do not have the exception any more
follow-up-reason-exception-not-yet = the exception does not hold yet
follow-up-reason-measure-gone = the rules do not have the measure any more
follow-up-reason-target-gone = the measure has no target any more
follow-up-reason-roles-compatible = the rules let one person hold both roles now
follow-up-reason-kind-gone = the evidence has nothing of this kind
follow-up-reason-subject-gone = the evidence does not have the subject
follow-up-reason-evidence-incomplete = the evidence does not have the subject, and not all evidence could be read
follow-up-reason-nothing-assessed = there was nothing to take the measure of
follow-up-reason-not-followed-up = the later audit followed up nothing
