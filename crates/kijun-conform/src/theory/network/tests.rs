//! Examples as they should read; answers against all there is in a small space.

use proptest::prelude::*;

use super::*;

fn net(text: &str) -> IpNet {
    match text.contains('/') {
        true => text.parse().unwrap(),
        false => text.parse::<std::net::IpAddr>().unwrap().into(),
    }
}

fn is(var: u32, text: &str) -> Literal {
    Literal::Is(Var(var), net(text))
}

fn inside(var: u32, text: &str) -> Literal {
    Literal::Inside(Var(var), net(text))
}

fn holds(var: u32, text: &str) -> Literal {
    Literal::Holds(Var(var), net(text))
}

fn same(a: u32, b: u32) -> Literal {
    Literal::Same(Var(a), Var(b))
}

fn ask(n_vars: usize, said: &[(Literal, bool)]) -> Solved<Vec<IpNet>> {
    solve(n_vars, said, &mut Effort::new(100_000))
}

fn yes(nets: &[&str]) -> Solved<Vec<IpNet>> {
    Solved::Yes(nets.iter().map(|text| net(text)).collect())
}

#[test]
fn an_example_is_a_plain_address_where_one_will_do() {
    let cases: &[(&[(Literal, bool)], &str)] = &[
        (&[], "192.0.2.1"),
        (&[(inside(0, "10.0.0.0/8"), false)], "192.0.2.1"),
        (&[(inside(0, "192.0.2.0/24"), false)], "198.51.100.1"),
        (&[(inside(0, "0.0.0.0/0"), false)], "2001:db8::1"),
        (&[(inside(0, "10.0.0.0/8"), true)], "10.0.0.1"),
        (&[(inside(0, "10.0.0.0/8"), true), (inside(0, "10.0.0.0/16"), false)], "10.1.0.1"),
        (&[(inside(0, "10.0.0.0/31"), true)], "10.0.0.0"),
        (&[(inside(0, "10.0.0.0/30"), true), (is(0, "10.0.0.1"), false)], "10.0.0.2"),
        (&[(inside(0, "fd00::/8"), true)], "fd00::1"),
        (&[(holds(0, "10.1.0.0/16"), true)], "10.1.0.0/16"),
        (&[(holds(0, "10.1.0.0/16"), true), (inside(0, "10.1.0.0/16"), false)], "10.0.0.0/15"),
        (&[(holds(0, "10.1.2.3"), true)], "10.1.2.3"),
        (&[(inside(0, "::/0"), true), (inside(0, "2001:db8::/32"), false)], "::1"),
        (&[(holds(0, "10.0.0.7/24"), true)], "10.0.0.0/24"),
        (
            &[
                (holds(0, "10.0.0.0/24"), true),
                (is(0, "10.0.0.0/24"), false),
                (inside(0, "10.0.0.0/24"), true),
            ],
            "10.0.0.1/24",
        ),
    ];
    for (said, expected) in cases {
        assert_eq!(ask(1, said), yes(&[expected]), "{said:?}");
    }
}

#[test]
fn inclusion_is_proved() {
    let nested = [(inside(0, "10.1.0.0/16"), true), (inside(0, "10.0.0.0/8"), false)];
    assert_eq!(ask(1, &nested), Solved::No(vec![0, 1]));
    let halves = [
        (inside(0, "10.0.0.0/8"), true),
        (inside(0, "10.0.0.0/9"), false),
        (inside(0, "10.128.0.0/9"), false),
    ];
    assert_eq!(ask(1, &halves), yes(&["10.0.0.0/8"]), "the whole lies in neither half");
    let both = [(is(1, "::1"), true), (inside(0, "::/0"), true), (inside(0, "0.0.0.0/0"), true)];
    assert_eq!(ask(2, &both), Solved::No(vec![1, 2]));
}

#[test]
fn a_network_can_be_used_up() {
    let mut said = vec![(inside(0, "10.0.0.0/31"), true)];
    for (n, text) in ["10.0.0.1", "10.0.0.0", "10.0.0.0/31", "10.0.0.1/31"].iter().enumerate() {
        assert!(matches!(ask(1, &said), Solved::Yes(_)), "{n}");
        said.push((is(0, text), false));
    }
    assert_eq!(ask(1, &said), Solved::No((0..5).collect()));
}

#[test]
fn what_must_differ_differs() {
    let differ = [(same(0, 1), false), (same(1, 2), false), (same(0, 2), false)];
    assert_eq!(ask(3, &differ), yes(&["192.0.2.1", "192.0.2.2", "192.0.2.3"]));
    let narrow = (0..3).map(|var| (inside(var, "10.0.0.0/31"), true));
    let said: Vec<_> = differ.iter().cloned().chain(narrow).collect();
    assert_eq!(ask(3, &said), yes(&["10.0.0.0", "10.0.0.1", "10.0.0.0/31"]));
    let single = (0..2).map(|var| (inside(var, "10.0.0.1/32"), true));
    let said: Vec<_> = differ.iter().cloned().chain(single).collect();
    assert_eq!(ask(3, &said), Solved::No(vec![0, 3, 4]));
}

/// All that lies inside 10.0.0.0/29, with its host bits, two networks around it, and an address elsewhere.
fn small_space() -> Vec<IpNet> {
    let first = u32::from_be_bytes([10, 0, 0, 0]);
    let inner = (29..=32).flat_map(|len| (first..first + 8).map(move |bits| (bits, len)));
    let inner = inner.map(|(bits, len)| ipnet::Ipv4Net::new(bits.into(), len).unwrap().into());
    inner.chain(["10.0.0.0/28", "0.0.0.0/0", "203.0.113.9", "::1"].map(net)).collect()
}

/// Something to say: which sort of literal, of which unknowns, with which network, and whether it holds.
type Spec = (u8, u32, u32, prop::sample::Index, bool);

fn literal(spec: &Spec) -> (Literal, bool) {
    let (sort, a, b, at, holds) = spec;
    let (a, b, net) = (Var(*a), Var(*b), *at.get(&small_space()));
    let literal = match sort {
        0 => Literal::Same(a, b),
        1 | 2 => Literal::Is(a, net),
        3..=6 => Literal::Inside(a, net),
        _ => Literal::Holds(a, net),
    };
    (literal, *holds)
}

fn comes_out((literal, holds): &(Literal, bool), values: &[IpNet]) -> bool {
    let value = |var: &Var| &values[var.0 as usize];
    let truth = match literal {
        Literal::Is(var, net) => value(var) == net,
        Literal::Inside(var, net) => net.contains(value(var)),
        Literal::Holds(var, net) => value(var).contains(net),
        Literal::Same(a, b) => value(a) == value(b),
    };
    truth == *holds
}

/// Whether values of the small space do, for two unknowns.
fn possible(said: &[(Literal, bool)]) -> bool {
    let space = small_space();
    space.iter().any(|a| space.iter().any(|b| said.iter().all(|literal| comes_out(literal, &[*a, *b]))))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn an_answer_is_what_trying_a_small_space_gives(
        specs in prop::collection::vec((0_u8..9, 0_u32..2, 0_u32..2, any::<prop::sample::Index>(), any::<bool>()), 0..12),
        bounded in any::<bool>(),
    ) {
        let mut said: Vec<(Literal, bool)> = specs.iter().map(literal).collect();
        if bounded {
            // Then the small space is all there is.
            said.extend((0..2).map(|var| (inside(var, "10.0.0.0/29"), true)));
        }
        match ask(2, &said) {
            Solved::Yes(values) => {
                prop_assert!(said.iter().all(|literal| comes_out(literal, &values)), "{:?}", values);
                prop_assert!(!bounded || possible(&said));
            }
            Solved::No(core) => {
                prop_assert!(!possible(&said) && core.is_sorted());
                let core: Vec<_> = core.iter().map(|place| said[*place].clone()).collect();
                prop_assert!(!possible(&core) && matches!(ask(2, &core), Solved::No(_)));
                for out in 0..core.len() {
                    let mut fewer = core.clone();
                    fewer.remove(out);
                    match ask(2, &fewer) {
                        Solved::Yes(values) => prop_assert!(fewer.iter().all(|l| comes_out(l, &values))),
                        other => prop_assert!(false, "{:?} is not needed: {:?}", &core[out], other),
                    }
                }
            }
            Solved::TooHard => prop_assert!(false, "too hard"),
        }
    }
}
