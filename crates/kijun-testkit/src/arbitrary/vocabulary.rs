//! The vocabulary of every random world: each type once, alone, in a list, in a record, optional.

use std::sync::Arc;

use kijun_model::{
    Enum, EnumId, Field, Kind, KindId, Member, Model, Parameter, Record, RecordId, Titles, Type,
};

use super::span;

pub(super) const LEVEL: EnumId = EnumId(0);
pub(super) const ACCOUNT: RecordId = RecordId(0);
pub(super) const INNER: RecordId = RecordId(1);
pub(super) const BOX: RecordId = RecordId(2);
pub(super) const ASSET: KindId = KindId(0);
pub(super) const SERVER: KindId = KindId(1);
pub(super) const PERSON: KindId = KindId(2);

pub(super) fn model() -> Model {
    let account = vec![
        field("name", Type::Text),
        field("admin", Type::Bool),
        field("mfa", optional(Type::Bool)),
        field("level", Type::Enum(LEVEL)),
        field("logins", list(Type::Date)),
    ];
    let inner = vec![field("z", Type::Int), field("w", optional(Type::Int))];
    let boxed =
        vec![field("x", Type::Int), field("y", optional(Type::Text)), field("inner", Type::Record(INNER))];
    Model {
        enums: vec![level()],
        records: vec![record("account", account), record("inner", inner), record("box", boxed)],
        kinds: vec![
            kind("asset", None, asset()),
            kind("server", Some(ASSET), [asset(), server()].concat()),
            kind("person", None, person()),
        ],
        parameters: vec![parameter("limit", Type::Int), parameter("interval", Type::Duration)],
        ..Model::default()
    }
}

fn asset() -> Vec<Field> {
    vec![
        Field { key: true, ..field("id", Type::Text) },
        field("n", Type::Int),
        field("flag", Type::Bool),
        field("since", optional(Type::Date)),
        field("reviewed", Type::Date),
        field("tags", list(Type::Text)),
        field("accounts", list(Type::Record(ACCOUNT))),
        field("box", Type::Record(BOX)),
        field("spare", optional(Type::Record(BOX))),
        field("ports", Type::Map(Box::new(Type::Int))),
        field("more", optional(list(Type::Int))),
    ]
}

fn server() -> Vec<Field> {
    vec![
        field("owner", Type::Ref(PERSON)),
        field("disk", Type::Size),
        field("load", Type::Percent),
        field("release", Type::Version),
        field("address", Type::Ip),
        field("kept", Type::Duration),
        field("started", Type::DateTime),
        field("level", Type::Enum(LEVEL)),
        field("maybe", list(optional(Type::Int))),
    ]
}

fn person() -> Vec<Field> {
    vec![
        Field { key: true, ..field("id", Type::Text) },
        field("asset", Type::Ref(ASSET)),
        field("score", Type::Int),
        field("on", Type::Date),
        field("ok", Type::Bool),
        field("note", optional(Type::Text)),
        field("kept", Type::Duration),
        field("head", optional(Type::Ref(PERSON))),
    ]
}

fn level() -> Enum {
    let member = |name: &str| Member { name: name.into(), titles: Titles::default(), from: Vec::new() };
    Enum {
        name: "level".into(),
        titles: Titles::default(),
        ordered: true,
        members: vec![member("low"), member("middle"), member("high")],
        span: span(),
    }
}

pub(super) fn optional(ty: Type) -> Type {
    Type::Optional(Box::new(ty))
}

fn list(ty: Type) -> Type {
    Type::List(Box::new(ty))
}

fn field(name: &str, ty: Type) -> Field {
    Field { name: name.into(), titles: Titles::default(), ty, key: false, from: Vec::new(), span: span() }
}

fn record(name: &str, fields: Vec<Field>) -> Record {
    Record { name: name.into(), titles: Titles::default(), fields, span: span() }
}

fn kind(name: &str, is: Option<KindId>, fields: Vec<Field>) -> Kind {
    Kind { name: Arc::from(name), titles: Titles::default(), is, fields, span: span() }
}

fn parameter(name: &str, ty: Type) -> Parameter {
    Parameter {
        name: name.into(),
        edition: None,
        ty,
        constraints: Vec::new(),
        titles: Titles::default(),
        span: span(),
    }
}
