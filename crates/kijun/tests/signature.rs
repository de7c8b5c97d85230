//! Signatures hold for the bytes and the key that they were made with, and whatever is not a key says what it is instead.
use kijun::{KeyError, PublicKey, SIGNATURE_BYTES, SignatureError, new_key, sign};

// Made with OpenSSL 3.0: `genpkey -algorithm ed25519`, `pkey -pubout`, `pkeyutl -sign -rawin`.
const PRIVATE: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIFiUnSXmyIDKZ6BSQOee4Gr0CDafzYt/xuZHLVS1/hF8\n-----END PRIVATE KEY-----\n";
const PUBLIC: &str = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEABrSeueEcveP/ILtFb38SceWu/40xxlB89BiJIHQebVs=\n-----END PUBLIC KEY-----\n";
const SIGNATURE: [u8; SIGNATURE_BYTES] = [
    179, 107, 95, 82, 180, 56, 173, 152, 173, 33, 118, 159, 202, 143, 47, 223, 206, 86, 137, 216, 213, 213,
    153, 84, 84, 25, 67, 23, 197, 33, 46, 126, 140, 208, 76, 226, 233, 235, 188, 26, 148, 48, 125, 220, 207,
    76, 25, 222, 11, 86, 172, 133, 45, 183, 79, 55, 72, 213, 212, 251, 65, 31, 137, 6,
];
const ENCRYPTED: &str = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAj9gnO/cMRAcwICCAAw\nDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEKYdyciOo7bulwK7dAevVZQEQHjq\nKdiguts+wjGrDK56e5SUNw8a/wf4QP3QWKsJSZeJNpZE6bQdnQB7z8x0uM33z7XG\n4jSMFjdaCxVoS4pHQTY=\n-----END ENCRYPTED PRIVATE KEY-----\n";
const RSA_PUBLIC: &str = "-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBALLl01QF9QtRiy368w7VEAaY7VXGQF/D\nnChlQnrmi3rKSQLgj3lgfwUUjquBsgUV+5ti29M9sLE4g1Wb63Op9XUCAwEAAQ==\n-----END PUBLIC KEY-----\n";
const EC_PRIVATE: &str = "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQglsfGxYQz3wIYLlhm\nzqz4kVLJ258kF/bXYVZaoHdl6CqhRANCAATuXfuLNC1ww/tBv6Xk2yzUToNBig34\n+ySF7xQo8lLHViLdfGxr/GM3My0EonU0HQpOKKcal75kgFGjUo8LAzpA\n-----END PRIVATE KEY-----\n";

#[test]
fn what_openssl_signs_is_what_we_sign() {
    assert_eq!(sign(PRIVATE, b"a record\n").unwrap(), SIGNATURE);
    assert_eq!(PublicKey::from_pem(PUBLIC).unwrap().check(b"a record\n", &SIGNATURE), Ok(()));
}

#[test]
fn a_new_key_signs_and_no_other_key_made_that_signature() {
    let (one, other) = (new_key().unwrap(), new_key().unwrap());
    assert_ne!(one.private, other.private);
    let signature = sign(&one.private, b"a record").unwrap();
    let check = |public: &str, bytes: &[u8]| PublicKey::from_pem(public).unwrap().check(bytes, &signature);
    assert_eq!(check(&one.public, b"a record"), Ok(()));
    assert_eq!(check(&one.public, b"a record\n"), Err(SignatureError::Differs));
    assert_eq!(check(&other.public, b"a record"), Err(SignatureError::Differs));
}

#[test]
fn every_bit_of_a_signature_matters() {
    let public = PublicKey::from_pem(PUBLIC).unwrap();
    for bit in 0..SIGNATURE_BYTES * 8 {
        let mut signature = SIGNATURE;
        signature[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(public.check(b"a record\n", &signature), Err(SignatureError::Differs), "bit {bit}");
    }
}

#[test]
fn a_signature_that_was_cut_or_made_longer_says_its_length() {
    let public = PublicKey::from_pem(PUBLIC).unwrap();
    assert_eq!(public.check(b"a record\n", &SIGNATURE[..63]), Err(SignatureError::Length(63)));
    assert_eq!(public.check(b"a record\n", &[]), Err(SignatureError::Length(0)));
    let longer = [&SIGNATURE[..], b"\n"].concat();
    assert_eq!(public.check(b"a record\n", &longer), Err(SignatureError::Length(65)));
}

#[test]
fn what_is_not_the_key_that_is_needed_says_what_it_is() {
    let private = |pem: &str| sign(pem, b"").unwrap_err();
    let public = |pem: &str| PublicKey::from_pem(pem).unwrap_err();
    assert_eq!(private(PUBLIC), KeyError::PublicGiven);
    assert_eq!(public(PRIVATE), KeyError::PrivateGiven);
    assert_eq!(private(ENCRYPTED), KeyError::Encrypted);
    assert_eq!(public(RSA_PUBLIC), KeyError::OtherKind("RSA".to_owned()));
    assert_eq!(private(EC_PRIVATE), KeyError::OtherKind("EC".to_owned()));
    assert_eq!(
        private("-----BEGIN RSA PRIVATE KEY-----\n"),
        KeyError::OtherKind("RSA PRIVATE KEY".to_owned())
    );
    assert_eq!(private(""), KeyError::NotPem);
    assert_eq!(public("{}"), KeyError::NotPem);
    assert_eq!(private(&PRIVATE[..60]), KeyError::Broken);
    assert_eq!(public(&PUBLIC.replace("MCow", "MCox")), KeyError::Broken);
}
