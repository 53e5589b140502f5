//! Changes to numbers: beyond their bounds, and between their multiples.

use bindery_openapi::Pointer;
use bindery_openapi::document::{Bound, JsonType};
use serde_json::{Number, Value, json};

use super::{Kind, Survey};
use crate::instance::multiple::beside_multiples;
use crate::instance::number::integer;
use crate::instance::shape::Shape;
use crate::judge::format::number_bounds;

impl Survey<'_> {
    pub(super) fn suggest_numbers(&mut self, shape: &Shape<'_>, number: &Number, at: &Pointer) {
        for keywords in &shape.numbers {
            if let Some(bound) = &keywords.minimum {
                self.suggest_bound(bound, Way::Down, "a number below the minimum", at);
            }
            if let Some(bound) = &keywords.maximum {
                self.suggest_bound(bound, Way::Up, "a number above the maximum", at);
            }
            if let Some(multiple_of) = &keywords.multiple_of {
                let others = beside_multiples(multiple_of, number);
                let whole = shape.types.contains(JsonType::Integer);
                for other in others.into_iter().filter(|it| !whole || is_whole(it)) {
                    let mutation = "a number that is not a multiple";
                    self.suggest(Kind::Multiple, at, mutation, other);
                }
            }
        }
        for format in &shape.formats {
            let Some((low, high)) = number_bounds(format) else {
                continue;
            };
            for (value, way) in [(low, Way::Down), (high, Way::Up)] {
                let mutation = format!("a number outside {format}");
                let exclusive = false;
                self.suggest_bound(&Bound { value, exclusive }, way, &mutation, at);
            }
        }
    }

    /// The bound itself where it is excluded; the next integer and the next number beyond it.
    fn suggest_bound(&mut self, bound: &Bound, way: Way, mutation: &str, at: &Pointer) {
        if bound.exclusive {
            self.suggest(Kind::Bound, at, mutation, json!(bound.value));
        }
        for beyond in beyond(&bound.value, way) {
            self.suggest(Kind::Bound, at, mutation, beyond);
        }
    }
}

/// To which side of a bound.
#[derive(Clone, Copy)]
enum Way {
    Down,
    Up,
}

/// Numbers beyond a bound: the next integer, the next that a double holds, and one well beyond.
fn beyond(value: &Number, way: Way) -> Vec<Value> {
    let whole = value.as_i64().map(i128::from);
    let whole = whole.or_else(|| value.as_u64().map(i128::from));
    let next_integer = whole.and_then(|whole| match way {
        Way::Down => integer(whole - 1),
        Way::Up => integer(whole + 1),
    });
    let double = value.as_f64();
    // The double of an integer may itself be beyond it, or be on its other side.
    let is_beyond = |double: &f64| match whole {
        Some(whole) => is_beyond(*double, whole, way),
        None => Some(*double) != value.as_f64(),
    };
    let mut doubles = double
        .into_iter()
        .flat_map(|double| [double, next(double, way)]);
    let nearest = doubles.find(is_beyond);
    let far = double.filter(|_| whole.is_none()).map(|double| match way {
        Way::Down => double - 1.0,
        Way::Up => double + 1.0,
    });
    let doubles = nearest.into_iter().chain(far).map(|it| json!(it));
    let all = next_integer.into_iter().chain(doubles);
    all.filter(|beyond| !beyond.is_null()).collect()
}

fn next(double: f64, way: Way) -> f64 {
    match way {
        Way::Down => double.next_down(),
        Way::Up => double.next_up(),
    }
}

/// Whether a double is beyond an integer, which it need not be to the last digit.
#[expect(
    clippy::cast_possible_truncation,
    reason = "what saturates is beyond every integer of 64 bits"
)]
fn is_beyond(double: f64, whole: i128, way: Way) -> bool {
    match way {
        Way::Down => (double.floor() as i128) < whole,
        Way::Up => (double.ceil() as i128) > whole,
    }
}

fn is_whole(value: &Value) -> bool {
    value.is_i64() || value.is_u64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_next_to_a_bound_is_beyond_it_to_the_last_digit() {
        let of = |value: Value, way| {
            let number = value.as_number().expect("a number").clone();
            let all: Vec<String> = beyond(&number, way).iter().map(Value::to_string).collect();
            all
        };
        assert_eq!(of(json!(5), Way::Up), ["6", "5.000000000000001"]);
        assert_eq!(of(json!(0.5), Way::Down), ["0.49999999999999994", "-0.5"]);
        assert_eq!(of(json!(u64::MAX), Way::Up), ["1.8446744073709552e+19"]);
        assert_eq!(of(json!(i64::MIN), Way::Down), ["-9.223372036854778e+18"]);
        assert_eq!(
            of(json!(i64::MAX), Way::Up),
            ["9223372036854775808", "9.223372036854776e+18"]
        );
    }
}
