//! Encoded arguments by name.

use crate::encode::Fault;

/// The arguments of one place, in the order they were first set. A later value replaces an earlier one, fault or not.
pub(super) struct Arguments<T>(Vec<(&'static str, Result<T, Fault>)>);

impl<T> Arguments<T> {
    /// Sets an argument; `None` takes it away.
    pub(super) fn set(&mut self, name: &'static str, value: Result<Option<T>, Fault>) {
        match (self.0.iter().position(|(set, _)| *set == name), value.transpose()) {
            (Some(at), Some(value)) => self.0[at].1 = value,
            (Some(at), None) => drop(self.0.remove(at)),
            (None, Some(value)) => self.0.push((name, value)),
            (None, None) => {}
        }
    }

    /// All arguments.
    ///
    /// # Errors
    ///
    /// The first fault among them.
    pub(super) fn all(&self) -> Result<Vec<(&'static str, &T)>, Fault> {
        self.0.iter().map(|(name, value)| Ok((*name, value.as_ref().map_err(Fault::clone)?))).collect()
    }

    /// The values of all arguments that are no fault.
    pub(super) fn valid(&self) -> impl Iterator<Item = &T> {
        self.0.iter().filter_map(|(_, value)| value.as_ref().ok())
    }

    /// The value of one argument.
    ///
    /// # Errors
    ///
    /// If it is a fault.
    pub(super) fn get(&self, name: &str) -> Result<Option<&T>, Fault> {
        let value = self.0.iter().find(|(set, _)| *set == name).map(|(_, value)| value);
        value.map(Result::as_ref).transpose().map_err(Fault::clone)
    }
}

impl<T> Arguments<Vec<T>> {
    /// Adds to the values of an argument. A fault stands, whichever side it is on.
    pub(super) fn add(&mut self, name: &'static str, value: Result<T, Fault>) {
        match (self.0.iter_mut().find(|(set, _)| *set == name), value) {
            (Some((_, Ok(values))), Ok(value)) => values.push(value),
            (Some((_, Err(_))), Ok(_)) => {}
            (Some((_, values)), Err(fault)) => *values = Err(fault),
            (None, value) => self.0.push((name, value.map(|value| vec![value]))),
        }
    }
}

impl<T> Default for Arguments<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_value_replaces_an_earlier_one() {
        let mut arguments = Arguments::default();
        arguments.set("a", Err(Fault::new("a fault")));
        arguments.set("b", Ok(Some(1)));
        assert!(arguments.all().is_err());
        arguments.set("a", Ok(Some(2)));
        assert_eq!(arguments.all(), Ok(vec![("a", &2), ("b", &1)]));
        arguments.set("a", Ok(None));
        assert_eq!(arguments.all(), Ok(vec![("b", &1)]));
    }

    #[test]
    fn values_are_added_until_one_is_a_fault() {
        let mut arguments = Arguments::default();
        arguments.add("a", Ok(1));
        arguments.add("a", Ok(2));
        assert_eq!(arguments.all(), Ok(vec![("a", &vec![1, 2])]));
        arguments.add("a", Err(Fault::new("a fault")));
        arguments.add("a", Ok(3));
        assert!(arguments.all().is_err());
    }
}
