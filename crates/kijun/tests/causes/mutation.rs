//! One thing that is changed in the small project, and what it is.

use std::collections::BTreeSet;

use kijun_findings::Factor;
use proptest::prelude::*;

use crate::project::{Exception, Person, Project, Server, Training};

/// One thing that is changed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Mutation {
    /// A value in the evidence of a server.
    Server(usize, ServerField),
    /// A server is there that was not.
    ServerAdded,
    ServerRemoved(usize),
    /// Whether a person is on duty.
    OnDuty(usize),
    PersonAdded,
    PersonRemoved(usize),
    /// Whether a training was completed.
    Completed(usize),
    TrainingAdded(usize),
    TrainingRemoved(usize),
    /// The bound of a clause: the government's, the ministry's.
    Length(usize, u32),
    Patched(u32),
    Fresh(u32),
    /// The force of a clause.
    Force,
    /// The scope of a clause.
    Scope,
    /// Who answers for a clause.
    By,
    ExceptionAdded(usize),
    ExceptionRemoved(usize),
    /// The last day of an exception.
    Until(usize, u32),
    /// The audit date.
    Today(u32),
    Renamed,
    Reversed,
    Commented,
}

/// What of a server is changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum ServerField {
    Internet,
    Length(u32),
    Account(usize),
    Patched(u32),
    Backup,
    Taken(u32),
    /// One day of a record, or both.
    Fix([u32; 2]),
    Until(usize, u32),
}

impl Mutation {
    /// What kind of thing it is; `None` of what means nothing.
    pub(crate) fn factor(&self) -> Option<Factor> {
        match self {
            Mutation::Server(..)
            | Mutation::ServerAdded
            | Mutation::ServerRemoved(_)
            | Mutation::OnDuty(_)
            | Mutation::PersonAdded
            | Mutation::PersonRemoved(_)
            | Mutation::Completed(_)
            | Mutation::TrainingAdded(_)
            | Mutation::TrainingRemoved(_) => Some(Factor::Evidence),
            Mutation::Length(..)
            | Mutation::Patched(_)
            | Mutation::Fresh(_)
            | Mutation::Force
            | Mutation::Scope
            | Mutation::By => Some(Factor::Rules),
            Mutation::ExceptionAdded(_) | Mutation::ExceptionRemoved(_) | Mutation::Until(..) => {
                Some(Factor::Exceptions)
            }
            Mutation::Today(_) => Some(Factor::Date),
            Mutation::Renamed | Mutation::Reversed | Mutation::Commented => None,
        }
    }

    /// The project with this changed.
    pub(crate) fn of(&self, project: &Project) -> Project {
        let mut new = project.clone();
        match self {
            Mutation::Server(i, field) => field.change(&mut new.servers[*i]),
            Mutation::ServerAdded => new.servers.push(Server { id: 9, ..project.servers[1].clone() }),
            Mutation::ServerRemoved(i) => drop(new.servers.remove(*i)),
            Mutation::OnDuty(i) => new.people[*i].on_duty ^= true,
            Mutation::PersonAdded => new.people.push(Person { id: 9, on_duty: true }),
            Mutation::PersonRemoved(i) => drop(new.people.remove(*i)),
            Mutation::Completed(i) => new.trainings[*i].completed ^= true,
            Mutation::TrainingAdded(person) => {
                new.trainings.push(Training { id: 9, person: *person, completed: true });
            }
            Mutation::TrainingRemoved(i) => drop(new.trainings.remove(*i)),
            Mutation::Length(i, length) => new.rules.length[*i] = *length,
            Mutation::Patched(days) => new.rules.patched = *days,
            Mutation::Fresh(months) => new.rules.fresh = *months,
            Mutation::Force => new.rules.patched_binds ^= true,
            Mutation::Scope => new.rules.patched_internet ^= true,
            Mutation::By => new.rules.patched_by = "operator",
            Mutation::ExceptionAdded(server) => {
                new.exceptions.push(Exception { id: "EX-9".to_owned(), server: *server, until: 90 });
            }
            Mutation::ExceptionRemoved(i) => drop(new.exceptions.remove(*i)),
            Mutation::Until(i, until) => new.exceptions[*i].until = *until,
            Mutation::Today(days) => new.today = *days,
            Mutation::Renamed => new.layout.renamed = true,
            Mutation::Reversed => new.layout.reversed = true,
            Mutation::Commented => new.layout.commented = true,
        }
        new
    }

    /// Any one that changes something.
    pub(crate) fn any() -> impl Strategy<Value = Mutation> {
        let simple = [
            Mutation::ServerAdded,
            Mutation::PersonAdded,
            Mutation::Force,
            Mutation::Scope,
            Mutation::By,
            Mutation::Renamed,
            Mutation::Reversed,
            Mutation::Commented,
        ];
        let all = prop_oneof![
            6 => (0..4_usize, ServerField::any()).prop_map(|(i, field)| Mutation::Server(i, field)),
            3 => proptest::sample::select(simple.to_vec()),
            1 => (0..4_usize).prop_map(Mutation::ServerRemoved),
            1 => (0..4_usize).prop_map(Mutation::OnDuty),
            1 => (0..4_usize).prop_map(Mutation::PersonRemoved),
            1 => (0..3_usize).prop_map(Mutation::Completed),
            1 => (0..4_usize).prop_map(Mutation::TrainingAdded),
            1 => (0..3_usize).prop_map(Mutation::TrainingRemoved),
            2 => (0..2_usize, 7..16_u32).prop_map(|(i, length)| Mutation::Length(i, length)),
            1 => (1..80_u32).prop_map(Mutation::Patched),
            1 => (1..12_u32).prop_map(Mutation::Fresh),
            2 => (0..4_usize).prop_map(Mutation::ExceptionAdded),
            1 => (0..2_usize).prop_map(Mutation::ExceptionRemoved),
            2 => (0..2_usize, 0..90_u32).prop_map(|(i, until)| Mutation::Until(i, until)),
            3 => (0..90_u32).prop_map(Mutation::Today),
        ];
        all.prop_filter("changes something", |mutation| mutation.of(&Project::usual()) != Project::usual())
    }

    /// Any two of different factors.
    pub(crate) fn two() -> impl Strategy<Value = Vec<Mutation>> {
        let two = (Mutation::any(), Mutation::any()).prop_map(|(one, other)| vec![one, other]);
        two.prop_filter("of two factors", |two| {
            let factors: BTreeSet<Factor> = two.iter().filter_map(Mutation::factor).collect();
            factors.len() == 2
        })
    }
}

impl ServerField {
    fn any() -> impl Strategy<Value = ServerField> {
        prop_oneof![
            Just(ServerField::Internet),
            Just(ServerField::Backup),
            (7..16_u32).prop_map(ServerField::Length),
            (0..2_usize).prop_map(ServerField::Account),
            (0..80_u32).prop_map(ServerField::Patched),
            (0..300_u32).prop_map(ServerField::Taken),
            (20..90_u32, 0..60_u32).prop_map(|(released, applied)| ServerField::Fix([released, applied])),
            (0..2_usize, 30..90_u32).prop_map(|(i, until)| ServerField::Until(i, until)),
        ]
    }

    fn change(self, server: &mut Server) {
        match self {
            ServerField::Internet => server.internet ^= true,
            ServerField::Length(length) => server.length = length,
            ServerField::Account(i) => server.accounts[i] ^= true,
            ServerField::Patched(days) => server.patched = days,
            ServerField::Backup => server.backup ^= true,
            ServerField::Taken(days) => server.taken = days,
            ServerField::Fix(days) => server.fix = days,
            ServerField::Until(i, until) => server.until[i] = until,
        }
    }
}
