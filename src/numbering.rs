//! The telephone numbering plans of the world.

use std::sync::LazyLock;

use prost::Message;
use rlibphonenumber::{PhoneMetadataCollection, PhoneNumberUtil};

use crate::carried::plans;

/// Three times what it is today.
const MOST: usize = 700_000;

/// `numbering/plans.deflate` is libphonenumber's metadata (The Libphonenumber Authors, Apache License 2.0) without its example numbers, deflated to
/// a quarter. `cargo xtask numbers` takes it from the library's own copy, which would be carried whole.
static NUMBERING: LazyLock<Option<PhoneNumberUtil>> = LazyLock::new(|| {
    let plans = miniz_oxide::inflate::decompress_to_vec_with_limit(plans(), MOST).ok()?;
    PhoneNumberUtil::new_for_metadata(PhoneMetadataCollection::decode(plans.as_slice()).ok()?).ok()
});

/// What is known about numbers; a test holds that it is there.
pub fn numbering() -> Option<&'static PhoneNumberUtil> {
    NUMBERING.as_ref()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat, PhoneNumberType};

    #[test]
    fn every_region_reads_its_numbers_as_the_library_does() {
        let (ours, whole) = (numbering().unwrap(), &*PHONE_NUMBER_UTIL);
        let mut compared = 0;
        for region in whole.get_supported_regions() {
            assert_eq!(ours.get_country_code_for_region(region), whole.get_country_code_for_region(region));
            for kind in [PhoneNumberType::FixedLine, PhoneNumberType::Mobile, PhoneNumberType::TollFree, PhoneNumberType::VoIP] {
                let Ok(number) = whole.get_example_number_for_type_and_region(region, kind) else { continue };
                for format in [PhoneNumberFormat::E164, PhoneNumberFormat::National, PhoneNumberFormat::International] {
                    let written = whole.format(&number, format);
                    let read = ours.parse(&written, Some(region)).unwrap();
                    assert_eq!(read, whole.parse(&written, Some(region)).unwrap(), "{written}");
                    assert_eq!(ours.format(&read, format), whole.format(&read, format));
                    assert_eq!(
                        (ours.is_valid_number(&read), ours.get_number_type(&read), ours.get_region_for_number(&read)),
                        (whole.is_valid_number(&read), whole.get_number_type(&read), whole.get_region_for_number(&read))
                    );
                    compared += 1;
                }
            }
        }
        assert!(compared > 1_500, "{compared}");
    }
}
