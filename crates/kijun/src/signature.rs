//! Signatures of run records: Ed25519, detached, over the bytes of the file.
//!
//! The only place that knows the cryptography. Keys are PEM as OpenSSL writes it (PKCS#8, SPKI); a signature is its 64 bytes and
//! nothing else, so that other tools can check it.

use ed25519_dalek::pkcs8::spki::{self, der::pem::LineEnding};
use ed25519_dalek::pkcs8::{
    self, DecodePrivateKey as _, DecodePublicKey as _, EncodePrivateKey as _, EncodePublicKey as _,
    KeypairBytes,
};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

/// Bytes of a signature.
pub const SIGNATURE_BYTES: usize = 64;

/// A new pair of keys as PEM. It cannot be printed by accident.
pub struct NewKey {
    /// What signs; nobody else may have it.
    pub private: String,
    /// What everybody may have.
    pub public: String,
}

/// Why a text is not a key that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// It is not PEM.
    NotPem,
    /// The public key, where the private one is needed.
    PublicGiven,
    /// The private key, where the public one is needed.
    PrivateGiven,
    /// A key that a passphrase protects.
    Encrypted,
    /// A key of another kind, or something else in PEM: what, as far as that can be told.
    OtherKind(String),
    /// A broken key.
    Broken,
    /// The system has no random numbers to make one from.
    NoRandomness,
}

/// Why a signature does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureError {
    /// It is not 64 bytes long, but so many.
    Length(usize),
    /// It was made by another key, or of something else.
    Differs,
}

/// Makes a new pair of keys.
///
/// # Errors
///
/// If the system has no random numbers.
pub fn new_key() -> Result<NewKey, KeyError> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|_| KeyError::NoRandomness)?;
    let key = SigningKey::from_bytes(&seed);
    // With the public key in it, the private one would be of a version that OpenSSL 3.0 does not read.
    let pair = KeypairBytes { secret_key: seed, public_key: None };
    let private = pair.to_pkcs8_pem(LineEnding::LF).map_err(|_| KeyError::Broken)?;
    let public = key.verifying_key().to_public_key_pem(LineEnding::LF).map_err(|_| KeyError::Broken)?;
    Ok(NewKey { private: private.to_string(), public })
}

/// Signs bytes with a private key in PEM.
///
/// # Errors
///
/// If it is no such key.
pub fn sign(private: &str, bytes: &[u8]) -> Result<[u8; SIGNATURE_BYTES], KeyError> {
    match label(private)? {
        "PRIVATE KEY" => {}
        "PUBLIC KEY" => return Err(KeyError::PublicGiven),
        other => return Err(of_label(other)),
    }
    let key = SigningKey::from_pkcs8_pem(private.trim_start()).map_err(of_private)?;
    Ok(key.sign(bytes).to_bytes())
}

/// A public key that signatures are checked with.
#[derive(Clone, Debug)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Reads a public key in PEM.
    ///
    /// # Errors
    ///
    /// If it is no such key.
    pub fn from_pem(public: &str) -> Result<PublicKey, KeyError> {
        match label(public)? {
            "PUBLIC KEY" => {}
            "PRIVATE KEY" => return Err(KeyError::PrivateGiven),
            other => return Err(of_label(other)),
        }
        let key =
            VerifyingKey::from_public_key_pem(public.trim_start()).map_err(|error| of_public(&error))?;
        Ok(PublicKey(key))
    }

    /// Whether a signature of bytes was made by the private key of this one.
    ///
    /// # Errors
    ///
    /// If not.
    pub fn check(&self, bytes: &[u8], signature: &[u8]) -> Result<(), SignatureError> {
        let length = SignatureError::Length(signature.len());
        let signature = Signature::from_slice(signature).map_err(|_| length)?;
        self.0.verify_strict(bytes, &signature).map_err(|_| SignatureError::Differs)
    }
}

/// What a PEM text says it holds.
fn label(pem: &str) -> Result<&str, KeyError> {
    let rest = pem.trim_start().strip_prefix("-----BEGIN ").ok_or(KeyError::NotPem)?;
    rest.lines().next().and_then(|line| line.trim_end().strip_suffix("-----")).ok_or(KeyError::NotPem)
}

fn of_label(label: &str) -> KeyError {
    if label.contains("ENCRYPTED") { KeyError::Encrypted } else { KeyError::OtherKind(label.to_owned()) }
}

fn of_private(error: pkcs8::Error) -> KeyError {
    match error {
        pkcs8::Error::PublicKey(error) => of_public(&error),
        _ => KeyError::Broken,
    }
}

fn of_public(error: &spki::Error) -> KeyError {
    match error {
        spki::Error::OidUnknown { oid } => KeyError::OtherKind(named(&oid.to_string())),
        _ => KeyError::Broken,
    }
}

/// The name of a kind of key; of one that is rare, its number.
fn named(oid: &str) -> String {
    let name = match oid {
        "1.2.840.113549.1.1.1" => "RSA",
        "1.2.840.10045.2.1" => "EC",
        "1.3.101.110" => "X25519",
        "1.3.101.113" => "Ed448",
        other => other,
    };
    name.to_owned()
}
