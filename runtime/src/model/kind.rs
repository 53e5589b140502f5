//! What kind of type a generated one is. Its kind says how it is checked, and read from entries: generated code names
//! the kind, and has no functions for either.

use std::ops::Deref;

use serde::de::{self, MapAccess};

use super::{
    Model, Newtype, Object, OpenEnum, Union,
    depth::Whole,
    given::Given,
    object::{check_object, object_satisfies, read_object_map},
    open_enum::check_open_enum,
    trial::ENDLESS,
    union::{check_union, constrain_union, union_satisfies},
};
use crate::{Checker, Constraint, Validate, validate::check_newtype};

/// How the values of a type are checked, and read where a union has looked at them.
pub trait Kind<T: Validate + ?Sized> {
    /// The names of the properties that an object of the type has fields for.
    const FIELDS: &'static [&'static str] = &[];

    /// Reports every violation in the value to the checker. None, where the kind asks for nothing.
    #[inline]
    fn check(value: &T, checker: &mut Checker) {
        let (_, _) = (value, checker);
    }

    /// Whether the value keeps a constraint. It does, where the kind knows of none.
    #[inline]
    fn satisfies(value: &T, constraint: &Constraint) -> bool {
        let (_, _) = (value, constraint);
        true
    }

    /// Reports the violation of a constraint that stands beside the type.
    #[inline]
    fn constrain(value: &T, constraint: &Constraint, checker: &mut Checker) {
        crate::validate::constrain(value, constraint, checker);
    }

    /// Reads a value from the entries of an object: from all of them, where the kind does not read one by one.
    fn read_map<'de, A: MapAccess<'de>>(map: A) -> Result<T, A::Error>
    where
        T: Model,
    {
        let Some(_level) = Whole::enter() else {
            return Err(de::Error::custom(ENDLESS));
        };
        let object = Given::of_map(map)?;
        object.read_model().map_err(de::Error::custom)
    }
}

/// Types that nothing is asked of, but what they ask for themselves.
#[derive(Debug)]
pub enum Own {}

impl<T: Validate + ?Sized> Kind<T> for Own {}

/// Types that [`object!`](crate::object!) makes.
#[derive(Debug)]
pub enum ObjectKind {}

impl<T: Object + Validate> Kind<T> for ObjectKind {
    const FIELDS: &'static [&'static str] = T::PROPERTIES;

    #[inline]
    fn check(value: &T, checker: &mut Checker) {
        check_object(value, checker);
    }

    #[inline]
    fn satisfies(value: &T, constraint: &Constraint) -> bool {
        object_satisfies(value, constraint)
    }

    fn read_map<'de, A: MapAccess<'de>>(map: A) -> Result<T, A::Error> {
        read_object_map(map)
    }
}

/// Types that [`union!`](crate::union!) makes.
#[derive(Debug)]
pub enum UnionKind {}

impl<T: Union> Kind<T> for UnionKind {
    #[inline]
    fn check(value: &T, checker: &mut Checker) {
        check_union(value, checker);
    }

    #[inline]
    fn satisfies(value: &T, constraint: &Constraint) -> bool {
        union_satisfies(value, constraint)
    }

    #[inline]
    fn constrain(value: &T, constraint: &Constraint, checker: &mut Checker) {
        constrain_union(value, constraint, checker);
    }
}

/// Types that [`newtype!`](crate::newtype!) makes. What is asked of one is asked of its value.
#[derive(Debug)]
pub enum NewtypeKind {}

impl<T> Kind<T> for NewtypeKind
where
    T: Newtype + Validate + Deref<Target = T::Inner> + From<T::Inner>,
    T::Inner: Model,
{
    #[inline]
    fn check(value: &T, checker: &mut Checker) {
        check_newtype(&**value, T::CONSTRAINTS, checker);
    }

    #[inline]
    fn satisfies(value: &T, constraint: &Constraint) -> bool {
        (**value).satisfies(constraint)
    }

    #[inline]
    fn constrain(value: &T, constraint: &Constraint, checker: &mut Checker) {
        (**value).constrain(constraint, checker);
    }

    fn read_map<'de, A: MapAccess<'de>>(map: A) -> Result<T, A::Error> {
        T::Inner::read_map(map).map(T::from)
    }
}

/// Types that [`open_enum!`](crate::open_enum!) makes.
#[derive(Debug)]
pub enum OpenEnumKind {}

impl<T: OpenEnum + Validate> Kind<T> for OpenEnumKind {
    #[inline]
    fn check(value: &T, checker: &mut Checker) {
        check_open_enum(value, checker);
    }

    #[inline]
    fn satisfies(value: &T, constraint: &Constraint) -> bool {
        value.as_str().satisfies(constraint)
    }
}
