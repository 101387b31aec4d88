//! How near the rules are that answer for a region.

/// Whose rules answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// A file of the region, its prefecture or its municipality.
    Region,
    /// Only its province's.
    Province,
    /// Only the national frame.
    National,
}

/// Beijing, Tianjin, Shanghai, Chongqing: provinces that are one city.
const MUNICIPALITIES: [&str; 4] = ["11", "12", "31", "50"];

impl Coverage {
    /// By the codes of the files.
    pub fn of<'a>(codes: impl Iterator<Item = &'a String>) -> Coverage {
        let of_code = |code: &String| match code.strip_suffix("0000") {
            Some("00") => Coverage::National,
            Some(province) if !MUNICIPALITIES.contains(&province) => Coverage::Province,
            _ => Coverage::Region,
        };
        codes.map(of_code).min_by_key(|coverage| coverage.rank()).unwrap_or(Coverage::National)
    }

    fn rank(self) -> u8 {
        match self {
            Coverage::Region => 0,
            Coverage::Province => 1,
            Coverage::National => 2,
        }
    }

    /// Its name in answers.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Coverage::Region => "region",
            Coverage::Province => "province",
            Coverage::National => "national",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_file_says_it() {
        let of = |codes: &[&str]| {
            let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
            Coverage::of(codes.iter()).name()
        };
        assert_eq!(of(&["370200", "370000", "000000"]), "region");
        assert_eq!(of(&["370000", "000000"]), "province");
        assert_eq!(of(&["110000", "000000"]), "region");
        assert_eq!(of(&["429004", "420000"]), "region");
        assert_eq!(of(&["000000"]), "national");
        assert_eq!(of(&[]), "national");
    }
}
