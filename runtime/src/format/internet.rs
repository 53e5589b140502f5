//! Names of hosts and mailboxes, and UUIDs.

use std::net::{Ipv4Addr, Ipv6Addr};

/// How long a name of a host may be, and each of its labels (RFC 1035 §2.3.4).
const HOST: usize = 253;
const LABEL: usize = 63;

/// How long a mailbox's name may be (RFC 5321 §4.5.3.1.1).
const LOCAL: usize = 64;

/// RFC 9562 §4: 32 hexadecimal digits in five groups.
pub(super) fn is_uuid(text: &str) -> bool {
    let is_hexadecimal = |group: &str| group.bytes().all(|byte| byte.is_ascii_hexdigit());
    let lengths = text.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && text.split('-').all(is_hexadecimal)
}

/// RFC 1123 §2.1: labels of letters, digits and inner hyphens.
pub(super) fn is_hostname(text: &str) -> bool {
    text.len() <= HOST && text.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let is_known = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=LABEL).contains(&label.len())
        && label.bytes().all(is_known)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// RFC 5321 §4.1.2, `Mailbox`.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    local.len() <= LOCAL && is_local(local) && is_domain(domain)
}

/// RFC 6531 §3.3: what is not ASCII may stand where a letter may.
pub(super) fn is_idn_email(text: &str) -> bool {
    let in_ascii = |next: char| if next.is_ascii() { next } else { 'a' };
    is_email(&text.chars().map(in_ascii).collect::<String>())
}

fn is_local(local: &str) -> bool {
    let quoted = local
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    match quoted {
        Some(quoted) => is_quoted(quoted),
        None => local.split('.').all(is_atom),
    }
}

/// RFC 5322 §3.2.3, `atext`.
fn is_atom(atom: &str) -> bool {
    let is_known =
        |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    !atom.is_empty() && atom.bytes().all(is_known)
}

/// What may stand between quotes: printable characters, of which `\` and `"` are escaped.
fn is_quoted(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let is_allowed = match byte {
            b'\\' => bytes.next().is_some_and(|next| matches!(next, b' '..=b'~')),
            b'"' => false,
            other => matches!(other, b' '..=b'~'),
        };
        if !is_allowed {
            return false;
        }
    }
    true
}

fn is_domain(domain: &str) -> bool {
    let literal = domain
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    match literal {
        Some(literal) => match literal.strip_prefix("IPv6:") {
            Some(address) => address.parse::<Ipv6Addr>().is_ok(),
            None => literal.parse::<Ipv4Addr>().is_ok(),
        },
        None => is_hostname(domain),
    }
}
