//! The numbers of pages that are counted.

/// The number of the page after this one, where its type has one. The page that is asked for without a number is the
/// first.
pub fn next_page<T: TryInto<i128> + TryFrom<i128>>(page: Option<T>) -> Option<T> {
    let number = page.map_or(Some(1), |page| page.try_into().ok())?;
    T::try_from(number.checked_add(1)?).ok()
}

#[cfg(test)]
mod tests {
    use super::next_page;
    use crate::Integer;

    #[test]
    fn a_page_without_a_number_is_the_first() {
        assert_eq!(next_page::<i64>(None), Some(2));
    }

    #[test]
    fn integers_of_every_size_count_pages() {
        assert_eq!(next_page(Some(7_u8)), Some(8));
        assert_eq!(next_page(Some(Integer::from(7))), Some(Integer::from(8)));
    }

    #[test]
    fn the_greatest_number_has_no_page_after_it() {
        assert_eq!(next_page(Some(u8::MAX)), None);
        assert_eq!(next_page(Some(i64::MAX)), None);
    }
}
