# Run records that can be trusted: kept inputs, verification, signatures.

keep-changed = { $n ->
        [one] a file changed
       *[other] { $n } files changed
    } while the audit was running: { $paths }. The record was not written; audit again
keep-failed = cannot keep `{ $path }`: { $why }. The record was not written

signed = signature written to `{ $path }`
key-made = made `{ $private }` and `{ $public }`. Whoever has the first can sign in your name: keep it to yourself, and give the second to those who check
key-exists = `{ $path }` is there already and is not replaced
key-unreadable = cannot read the key `{ $path }`: { $why }
key-too-large = not a file, or larger than a key is
key-not-pem = `{ $path }` is not a key in PEM: it does not begin with `-----BEGIN`
key-public-given = `{ $path }` is a public key. To sign, give the private key
key-private-given = `{ $path }` is a private key. To check, give the public key; do not hand out the private one
key-encrypted = `{ $path }` is protected by a passphrase, which is not supported. Remove it for the time of signing (`openssl pkey`)
key-other-kind = `{ $path }` holds something else than an Ed25519 key: { $kind }
key-broken = `{ $path }` is a broken key
key-no-randomness = the system has no random numbers to make a key from

verify-no-folder = `{ $path }` is no folder

verify-part-canonical = form
verify-part-schema = version
verify-part-consistent = figures
verify-part-inputs = inputs
verify-part-chain = earlier run
verify-part-signature = signature
verify-part-again = again

verify-verdict-holds = as it should be
verify-verdict-differs = not as it should be
verify-verdict-unchecked = could not be checked
verify-verdict-not-asked = not checked

verify-whole-holds = All that was checked holds.
verify-whole-differs = The record is not what it says it is.
verify-whole-unchecked = Nothing that was checked differs, but not everything could be checked.

verify-more = … and { $n } more; --format json lists all

verify-told-not-read = not checked: the file cannot be read as a run record
verify-told-not-json = not JSON
verify-told-not-canonical = not in the form in which kijun writes it, from line { $line } on: it was edited, or written by something else
verify-told-layout-only = only the layout could be checked, not the order of the fields

verify-told-schema-current = { $found }
verify-told-schema-earlier = { $found }, an earlier version than { $current }
verify-told-schema-unknown = `{ $found }` is not known; `{ $current }` is
verify-told-not-a-record = not a run record: { $why }
verify-told-contradiction = the record contradicts itself: { $why }

verify-told-inputs-counted = { $n ->
        [0] the record names no file that it was made from
        [one] { $there } of 1 file at hand and unchanged
       *[other] { $there } of { $n } files at hand and unchanged
    }
verify-told-input-missing = { $path }: gone
    was { $before } ({ $bytes } bytes)
verify-told-input-changed = { $path }: changed ({ $at })
    was { $before } ({ $bytes } bytes)
    is  { $after } ({ $bytes-now } bytes)

verify-told-chain-none = the record names no earlier run
verify-told-chain-first = before that, there was none
verify-told-chain-link = { $project } ({ $start } to { $end }), unchanged: { $before }
verify-told-chain-goes-on = the record of { $project } before that is not at hand, and was not checked: { $before }
verify-told-chain-missing = the record of { $project } is not at hand; name it with --previous: { $before }
verify-told-chain-changed = the record of { $project } was changed ({ $at })
    was { $before }
    is  { $after }
verify-told-chain-unread = the record of { $project } is at hand, and cannot be read: { $before }
verify-told-chain-not-an-input = the record says that it follows { $project }, and has no such file among its inputs: { $before }
verify-told-chain-named-otherwise = what it calls { $project } is a run of another project or period: { $before }
verify-told-chain-not-earlier = the run before is not earlier: { $before }, and then { $after }
verify-told-chain-stranger = `{ $path }` is not in the chain: { $after }
verify-told-chain-given-unread = `{ $path }` cannot be read

verify-told-signature-none = not signed, as far as can be seen
verify-told-signature-no-key = there is a signature; give the key to check it with --key
verify-told-signature-missing = there is no signature `{ $path }`, or it cannot be read
verify-told-signature-holds = made with this key, of this file
verify-told-signature-length = no signature: { $n } bytes, where one has 64
verify-told-signature-differs = not made with this key of this file: another key, or something was changed

verify-told-again-gone = cannot be audited again; { $n ->
        [one] a file is
       *[other] { $n } files are
    } not at hand: { $first }
verify-told-again-not-begun = with its inputs, an audit is not even begun: its rules or its manifest are wrong
verify-told-again-results = results that are not the same: { $n } of { $of }
verify-told-again-findings = findings that are not the same: { $n } ({ $first })
verify-told-again-fields = parts of the record that are not the same: { $fields }
verify-told-again-engine = made by version { $before } of kijun, and now by { $after }
